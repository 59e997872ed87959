import type { Anywhere, Front, ReverseReach, WhatIf } from '@testamur/engines/planner';
import type { Static } from 'typebox';
import { describe, expect, it } from 'vitest';
import {
  ANYWHERE_PARTS,
  AnywhereSchema,
  FRONT_PARTS,
  FrontSchema,
  ReverseReachSchema,
  WhatIfSchema,
} from './front.ts';
import { bundleSchema } from './named.ts';

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Frozen<T[Name]> }
    : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

describe('a published schema', () => {
  it('is the type that the engine answers with, member by member', () => {
    // Checked by the compiler: a member added on one side only does not compile.
    const areSame: [
      Same<Frozen<Static<typeof FrontSchema>>, Frozen<Front>>,
      Same<Frozen<Static<typeof AnywhereSchema>>, Frozen<Anywhere>>,
      Same<Frozen<Static<typeof WhatIfSchema>>, Frozen<WhatIf>>,
      Same<Frozen<Static<typeof ReverseReachSchema>>, Frozen<ReverseReach>>,
    ] = [true, true, true, true];
    expect(areSame).toEqual([true, true, true, true]);
  });

  it.each([
    ['a front', FrontSchema, FRONT_PARTS],
    ['any target', AnywhereSchema, ANYWHERE_PARTS],
    ['a change', WhatIfSchema, []],
    ['a reverse query', ReverseReachSchema, []],
  ])('of %s refers to nothing outside itself, and to everything inside', (_name, schema, parts) => {
    const bundle = bundleSchema('urn:testamur:x:1', schema, parts);
    const refs = [...JSON.stringify(bundle).matchAll(/"\$ref":"#\/\$defs\/([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect([...new Set(refs)].sort()).toEqual(Object.keys(bundle.$defs ?? {}).sort());
    expect(JSON.stringify(bundle)).not.toMatch(/"\$ref":"(?!#\/\$defs\/)/);
  });
});
