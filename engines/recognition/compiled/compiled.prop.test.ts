/** The compiled law beside the reference interpreter, on random rules and people: the same outcome, and the same verdict by the short way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFacts, arbitraryNode } from '../arbitrary-law.fixture.ts';
import { compareOutcomes } from '../differential/compare-outcomes.ts';
import { literalDay } from '../language/literals.ts';
import type { Node } from '../language/nodes.ts';
import type { Rule, Step } from '../language/pack.ts';
import { resolveLaw } from '../query/resolve-query.ts';
import { referenceEvaluator } from '../reference/reference-evaluator.ts';
import { pack, rule, SILENT, step, VOCABULARY, version } from '../small-law.fixture.ts';
import { compileLaw } from './compile-law.ts';
import { outcomeOfRule } from './outcome-of-rule.ts';
import { truthName } from './packed.ts';

const ON = literalDay('2026-01-01');
const STEPS = ['step.xx.one', 'step.xx.two'] as const;
const RULES = ['xx.first', 'xx.second', 'xx.third'] as const;

/** Cures on a node or on what it is made of, of steps that may need these rules: also in a circle. */
const cured: fc.Arbitrary<Node> = fc
  .record({
    parts: fc.array(
      fc.tuple(arbitraryNode, fc.option(fc.subarray([...STEPS], { minLength: 1 }), { freq: 1 })),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    kind: fc.constantFrom('all', 'any'),
  })
  .map(({ parts, kind }) => {
    const nodes = parts.map(([node, cure]): Node => (cure === null ? node : { ...node, cure }));
    return { [kind]: nodes } as unknown as Node;
  });

/** A rule may refer to those before it. */
const rules: fc.Arbitrary<readonly Rule[]> = fc
  .tuple(...RULES.map(() => fc.tuple(cured, fc.boolean(), fc.boolean())))
  .map((bodies) =>
    bodies.map(([body, refers, dated], index) => {
      const before = RULES[index - 1];
      const when: Node = refers && before !== undefined ? { any: [body, { rule: before }] } : body;
      const id = RULES[index] as string;
      if (!dated) return rule(id, version(when));
      const anchor = 'pmq.graduatedOn';
      return rule(
        id,
        version(when, { version: 'old', appliesTo: { anchor, to: '2015-06-30' } }),
        version(body, { version: 'new', appliesTo: { anchor, from: '2015-06-30' } }),
      );
    }),
  );

const steps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(...STEPS.map(() => fc.subarray([...RULES], { maxLength: 1 })))
  .map((needs) =>
    STEPS.map((id, index) =>
      step(id, { requires: (needs[index] ?? []).map((needed) => ({ rule: needed })) }),
    ),
  );

describe('the compiled law', () => {
  it('gives the reference outcome of every node, and the same verdict', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(rules, steps, arbitraryFacts, (own, taken, facts) => {
        const law = resolveLaw([pack(own, { steps: taken })], VOCABULARY, [], { on: ON, knownOn: ON });
        const compiled = compileLaw(law, VOCABULARY);
        const reference = referenceEvaluator(law, VOCABULARY)(facts, SILENT);
        const [frame, quick] = [compiled.load(facts, SILENT), compiled.load(facts, SILENT)];
        for (const id of RULES) {
          const number = compiled.ruleNumbers.get(id) as number;
          const expected = reference(id);
          expect(compareOutcomes(expected, outcomeOfRule(number, compiled, frame))).toBeUndefined();
          expect(truthName(compiled.verdictOfRule(number, quick))).toBe(expected.truth);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves nothing of one person for the next', () => {
    fc.assert(
      fc.property(rules, arbitraryFacts, arbitraryFacts, (own, before, facts) => {
        const taken = STEPS.map((id) => step(id));
        const law = resolveLaw([pack(own, { steps: taken })], VOCABULARY, [], { on: ON, knownOn: ON });
        const compiled = compileLaw(law, VOCABULARY);
        const used = compiled.load(before, SILENT);
        for (const [number] of RULES.entries()) outcomeOfRule(number, compiled, used);
        compiled.load(facts, SILENT, used);
        const fresh = compiled.load(facts, SILENT);
        for (const [number] of RULES.entries())
          expect(outcomeOfRule(number, compiled, used)).toEqual(outcomeOfRule(number, compiled, fresh));
      }),
      { numRuns: 300 },
    );
  });
});
