import type { Assessment } from '@testamur/engines/recognition';
import type { Static } from 'typebox';
import { describe, expect, it } from 'vitest';
import { ASSESSMENT_PARTS, AssessmentSchema } from './assessment.ts';
import { bundleSchema } from './named.ts';

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Frozen<T[Name]> }
    : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

describe('the published schema of an assessment', () => {
  it('is the type that the engine answers with, member by member', () => {
    // Checked by the compiler: a member added on one side only does not compile.
    const isSame: Same<Frozen<Static<typeof AssessmentSchema>>, Frozen<Assessment>> = true;
    expect(isSame).toBe(true);
  });

  it('refers to nothing outside itself', () => {
    const bundle = bundleSchema('urn:testamur:assessment:1', AssessmentSchema, ASSESSMENT_PARTS);
    const text = JSON.stringify(bundle);
    const refs = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref]) => ref);
    expect(refs.length).toBeGreaterThan(5);
    for (const ref of refs)
      expect(Object.keys(bundle.$defs as object)).toContain(ref?.replace('#/$defs/', ''));
  });
});
