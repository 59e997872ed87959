import type { PlanAnswer } from '@testamur/engines/planner';
import type { Assessment } from '@testamur/engines/recognition';
import type { Reaches } from '@testamur/services/recognising';
import type { Static } from 'typebox';
import { describe, expect, it } from 'vitest';
import { ASSESSMENT_PARTS, AssessmentSchema } from './assessment.ts';
import { bundleSchema } from './named.ts';
import { PLAN_PARTS, PlanAnswerSchema, ReachesSchema } from './plan.ts';

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
      Same<Frozen<Static<typeof AssessmentSchema>>, Frozen<Assessment>>,
      Same<Frozen<Static<typeof PlanAnswerSchema>>, Frozen<PlanAnswer>>,
      Same<Frozen<Static<typeof ReachesSchema>>, Frozen<Reaches>>,
    ] = [true, true, true];
    expect(areSame).toEqual([true, true, true]);
  });

  it.each([
    ['an assessment', AssessmentSchema, ASSESSMENT_PARTS],
    ['a plan', PlanAnswerSchema, PLAN_PARTS],
    ['what can be reached', ReachesSchema, []],
  ])('of %s refers to nothing outside itself, and to everything inside', (_name, schema, parts) => {
    const bundle = bundleSchema('urn:testamur:x:1', schema, parts);
    const refs = [...JSON.stringify(bundle).matchAll(/"\$ref":"#\/\$defs\/([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect([...new Set(refs)].sort()).toEqual(Object.keys(bundle.$defs ?? {}).sort());
    expect(JSON.stringify(bundle)).not.toMatch(/"\$ref":"(?!#\/\$defs\/)/);
  });
});
