import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectOk, parseDay } from '../../kernel/index.ts';
import type { Facts, FactValue } from '../language/facts.ts';
import type { Node } from '../language/nodes.ts';
import type { Step } from '../language/pack.ts';
import { resolveLaw } from '../query/resolve-query.ts';
import { leastStanding } from '../reference/outcome.ts';
import { referenceEvaluator } from '../reference/reference-evaluator.ts';
import { pack, rule, SILENT, step, VOCABULARY, version } from '../small-law.fixture.ts';
import { residualOf } from './residual.ts';

const NAMES = ['p', 'q', 'r', 's'].map((name) => `person.${name}`);
const RULES = ['one', 'two', 'three'];
const STEPS = ['step.a', 'step.b', 'step.c'];
const cure = fc.option(fc.uniqueArray(fc.constantFrom(...STEPS), { minLength: 1, maxLength: 2 }), {
  nil: undefined,
  freq: 2,
});
const withCure = (arbitrary: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  fc.tuple(arbitrary, cure).map(([node, steps]) => (steps === undefined ? node : { ...node, cure: steps }));
const leaf = withCure(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...NAMES).map((fact): Node => ({ fact, equals: true })) },
    { weight: 1, arbitrary: fc.constant<Node>({ notResearched: 'Which?' }) },
  ),
);
const { node } = fc.letrec<{ node: Node }>((tie) => {
  const many = fc.array(tie('node'), { minLength: 1, maxLength: 3 });
  return {
    node: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      leaf,
      withCure(many.map((all): Node => ({ all }))),
      withCure(many.map((any): Node => ({ any }))),
      many.map((of): Node => ({ atLeast: { n: Math.min(2, of.length), of } })),
      fc
        .tuple(tie('node'), tie('node'), tie('node'))
        .map(([condition, then, other]): Node => ({ if: condition, then, else: other })),
      fc.tuple(tie('node'), tie('node')).map(([condition, then]): Node => ({ unless: condition, then })),
      leaf.map((not): Node => ({ not })),
    ),
  };
});
const required = fc.array(
  fc.oneof(
    fc.constantFrom(...RULES).map((id) => ({ rule: id })),
    fc.constantFrom(...STEPS).map((id) => ({ step: id })),
  ),
  { maxLength: 2 },
);
const law = fc.record({
  rules: fc.tuple(...RULES.map(() => node)),
  steps: fc.tuple(...STEPS.map(() => required)),
  facts: fc.tuple(...NAMES.map(() => fc.constantFrom(true, false, false))),
});

type Law = typeof law extends fc.Arbitrary<infer T> ? T : never;
const known = (value: boolean): FactValue => ({ state: 'known', value, strength: 1 });

function residualIn({ rules, steps, facts: values }: Law, change: (node: Node) => Node = (same) => same) {
  const all = STEPS.map((id, index): Step => step(id, { requires: steps[index] ?? [] }));
  const xx = pack(
    RULES.map((id, index) => rule(id, version(change(rules[index] as Node)))),
    { steps: all },
  );
  const facts: Facts = {
    scalars: new Map(NAMES.flatMap((name, index) => [[name, known(values[index] === true)]] as const)),
    lists: new Map(),
  };
  const day = expectOk(parseDay('2026-01-01'), 'a day of a test');
  const resolved = resolveLaw([xx], VOCABULARY, [], { on: day, knownOn: day });
  const evaluate = referenceEvaluator(resolved, VOCABULARY)(facts, SILENT);
  return {
    evaluate,
    residual: residualOf(['one', 'two'], {
      evaluate,
      steps: new Map(all.map((each) => [each.step, each])),
      rulesOf: () => [],
      tell: () => ({ operator: 'all', sentence: 'told', facts: [] }),
    }),
  };
}

describe('whatever the law', () => {
  it('the residual stands as the verdict does, and says why', () => {
    const seen = { met: 0, curable: 0, unknown: 0, final: 0 };
    fc.assert(
      fc.property(law, (each) => {
        const { evaluate, residual } = residualIn(each);
        const outcomes = ['one', 'two'].map(evaluate);
        expect(residual.standing).toBe(
          leastStanding([
            'met',
            ...outcomes.filter(({ truth }) => truth !== 'notApplicable').map(({ standing }) => standing),
          ]),
        );
        seen[residual.standing] += 1;
        expect(residual.closedBy.length > 0).toBe(residual.standing === 'final');
        expect(residual.undecided.length > 0).toBe(residual.standing === 'unknown');
        if (residual.standing === 'met') expect(residual.steps).toEqual([]);
        if (residual.standing === 'curable') expect(residual.steps.length).toBeGreaterThan(0);
        for (const { truth } of residual.closedBy) expect(['false', 'true']).toContain(truth);
        for (const { reasons } of residual.undecided) expect(reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 600, seed: 21 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(30);
  });

  it('where steps suffice, the rules hold once those steps have cured what they cure', () => {
    let tried = 0;
    fc.assert(
      fc.property(law, (each) => {
        const { residual } = residualIn(each);
        if (residual.standing !== 'curable') return;
        tried += 1;
        const { evaluate } = residualIn(each, (when) => cured(when, residual.steps));
        for (const id of ['one', 'two']) expect(['true', 'notApplicable']).toContain(evaluate(id).truth);
      }),
      { numRuns: 600, seed: 22 },
    );
    expect(tried).toBeGreaterThan(60);
  });

  it('a step stands after the steps that it names', () => {
    fc.assert(
      fc.property(law, (each) => {
        const { steps } = residualIn(each).residual;
        for (const [index, required] of each.steps.entries())
          for (const next of required)
            if ('step' in next && steps.includes(STEPS[index] ?? ''))
              expect(steps.indexOf(next.step)).toBeLessThan(steps.indexOf(STEPS[index] ?? ''));
      }),
      { numRuns: 300, seed: 23 },
    );
  });
});

/** Every node that one of the steps cures has come true; under a negation nothing is cured. */
function cured(when: Node, steps: readonly string[]): Node {
  const inner = inside(when, (child) => cured(child, steps));
  if (!when.cure?.some((id) => steps.includes(id))) return inner;
  const { cure: _cure, ...bare } = inner as Node & { cure?: unknown };
  return {
    any: [
      bare as Node,
      {
        not: {
          all: [
            { fact: 'person.p', equals: true },
            { fact: 'person.p', equals: false },
          ],
        },
      },
    ],
  };
}

function inside(when: Node, change: (child: Node) => Node): Node {
  if ('all' in when) return { ...when, all: when.all.map(change) };
  if ('any' in when) return { ...when, any: when.any.map(change) };
  if ('atLeast' in when && typeof when.atLeast === 'object')
    return { ...when, atLeast: { ...when.atLeast, of: when.atLeast.of.map(change) } };
  if ('if' in when)
    return {
      ...when,
      then: change(when.then),
      ...(when.else === undefined ? {} : { else: change(when.else) }),
    };
  if ('unless' in when) return { ...when, then: change(when.then) };
  return when;
}
