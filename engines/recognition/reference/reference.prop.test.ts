/** What holds of the interpreter whatever the law and whoever the person. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arbitraryExams,
  arbitraryFacts,
  arbitraryNode,
  arbitraryValue,
  SCALARS,
} from '../arbitrary-law.fixture.ts';
import { compiledEvaluator } from '../compiled/compiled-evaluator.ts';
import type { Entry, Facts, FactValue, ListValue } from '../language/facts.ts';
import type { Node } from '../language/nodes.ts';
import { askNode, askRule, pack, rule, version } from '../small-law.fixture.ts';
import type { Outcome } from './outcome.ts';
import { referenceEvaluator } from './reference-evaluator.ts';

const judge = (node: Node, facts: Facts): Outcome => askNode(node, { facts });
const RUNS = { numRuns: 400 };

const withScalar = (facts: Facts, fact: string, value: FactValue): Facts => ({
  ...facts,
  scalars: new Map(facts.scalars).set(fact, value),
});
const withExams = (facts: Facts, exams: ListValue): Facts => ({
  ...facts,
  lists: new Map([['exams', exams]]),
});
const examsOf = ({ lists }: Facts): ListValue => lists.get('exams') as ListValue;

/** A count whose open parts turn out not to apply does not apply: the only way in which what was decided may change. */
const mayVanish = (node: Node): boolean => JSON.stringify(node).includes('"of":');

/** What was true or false stays so, and so does what did not apply. */
function expectKept(node: Node, before: Facts, after: Facts): void {
  const { truth } = judge(node, before);
  if (truth === 'unknown') return;
  const later = judge(node, after).truth;
  if (later === 'notApplicable' && mayVanish(node)) return;
  expect(later).toBe(truth);
}

const filling = fc
  .record({ fact: fc.constantFrom(...SCALARS) })
  .chain(({ fact }) => fc.record({ fact: fc.constant(fact), value: arbitraryValue(fact) }));

describe('more is known, nothing is taken back', () => {
  it('an unknown or disputed fact becomes known', () => {
    fc.assert(
      fc.property(arbitraryNode, arbitraryFacts, filling, (node, facts, { fact, value }) => {
        fc.pre(!facts.scalars.has(fact) || facts.scalars.get(fact)?.state === 'disputed');
        expectKept(node, facts, withScalar(facts, fact, value));
      }),
      RUNS,
    );
  });

  it('a range becomes narrower', () => {
    fc.assert(
      fc.property(arbitraryNode, arbitraryFacts, fc.nat(1_000), (node, facts, share) => {
        for (const [fact, value] of facts.scalars) {
          if (value.state !== 'range' || value.lo === value.hi) continue;
          const at = value.lo + Math.floor(((value.hi - value.lo) * share) / 1_000);
          expectKept(node, facts, withScalar(facts, fact, { ...value, lo: at, hi: at }));
        }
      }),
      RUNS,
    );
  });

  it('an entry says more', () => {
    const field = fc
      .constantFrom('exam', 'takenOn')
      .chain((name) => fc.record({ name: fc.constant(name), value: arbitraryValue(`exams.${name}`) }));
    fc.assert(
      fc.property(arbitraryNode, arbitraryFacts, fc.nat(2), field, (node, facts, index, { name, value }) => {
        const exams = examsOf(facts);
        const entry = exams.entries[index];
        fc.pre(entry !== undefined && !entry.fields.has(name));
        const told: Entry = { id: `e${index}`, fields: new Map(entry?.fields).set(name, value) };
        const entries = exams.entries.map((each, at) => (at === index ? told : each));
        // "These are all" of a code was not said of an entry whose code was not known.
        fc.pre(name !== 'exam' || exams.completeFor.length === 0);
        expectKept(node, facts, withExams(facts, { ...exams, entries }));
      }),
      RUNS,
    );
  });

  it('a list that may go on goes on', () => {
    fc.assert(
      fc.property(arbitraryNode, arbitraryFacts, arbitraryExams, (node, facts, { entries }) => {
        const exams = examsOf(facts);
        fc.pre(!exams.complete && exams.completeFor.length === 0);
        const more = entries.map((entry, index) => ({ ...entry, id: `more${index}` }));
        expectKept(node, facts, withExams(facts, { ...exams, entries: [...exams.entries, ...more] }));
      }),
      RUNS,
    );
  });

  it('a list is said to be complete', () => {
    fc.assert(
      fc.property(arbitraryNode, arbitraryFacts, (node, facts) => {
        expectKept(node, facts, withExams(facts, { ...examsOf(facts), complete: true }));
      }),
      RUNS,
    );
  });
});

describe('De Morgan', () => {
  const parts = fc.array(arbitraryNode, { minLength: 1, maxLength: 3 });
  const said = ({ truth, strength, reasons, missing }: Outcome) => ({ truth, strength, reasons, missing });
  const opposite = (nodes: readonly Node[]): readonly Node[] => nodes.map((not): Node => ({ not }));

  it('not all is any not', () => {
    fc.assert(
      fc.property(parts, arbitraryFacts, (nodes, facts) => {
        const left = judge({ not: { all: nodes } }, facts);
        expect(said(judge({ any: opposite(nodes) }, facts))).toEqual(said(left));
      }),
      RUNS,
    );
  });

  it('not any is all not', () => {
    fc.assert(
      fc.property(parts, arbitraryFacts, (nodes, facts) => {
        const left = judge({ not: { any: nodes } }, facts);
        expect(said(judge({ all: opposite(nodes) }, facts))).toEqual(said(left));
      }),
      RUNS,
    );
  });

  it('not not is nothing', () => {
    fc.assert(
      fc.property(arbitraryNode, arbitraryFacts, (node, facts) => {
        expect(said(judge({ not: { not: node } }, facts))).toEqual(said(judge(node, facts)));
      }),
      RUNS,
    );
  });
});

describe('what an outcome says of itself', () => {
  const everyNode = (outcome: Outcome): readonly Outcome[] => [
    outcome,
    ...outcome.children.flatMap(everyNode),
  ];

  it('unknown always has a reason, and known never asks for anything', () => {
    fc.assert(
      fc.property(arbitraryNode, arbitraryFacts, (node, facts) => {
        for (const { truth, reasons, missing, strength, standing } of everyNode(judge(node, facts))) {
          if (truth === 'unknown') {
            expect(reasons.length).toBeGreaterThan(0);
            expect(missing.length).toBeGreaterThan(0);
            expect(strength).toBeUndefined();
          } else {
            expect([...reasons, ...missing]).toEqual([]);
            expect(strength === undefined).toBe(truth === 'notApplicable');
          }
          if (truth === 'true') expect(standing).toBe('met');
          if (truth === 'false') expect(standing).not.toBe('met');
        }
      }),
      RUNS,
    );
  });
});

/** A map that counts how often each of its keys is read. */
class CountedMap<V> extends Map<string, V> {
  readonly reads = new Map<string, number>();
  override get(key: string): V | undefined {
    this.reads.set(key, (this.reads.get(key) ?? 0) + 1);
    return super.get(key);
  }
}

const yesOrNo = (value: boolean): FactValue => ({ state: 'known', value, strength: 1 });

describe.each([
  { name: 'reference', evaluator: referenceEvaluator },
  { name: 'compiled', evaluator: compiledEvaluator },
])('each requirement once, with its own facts: $name', ({ evaluator }) => {
  it('a rule reads its fact once, however many rules refer to it', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (values) => {
        const names = values.map((_, index) => `xx.own-${index}`);
        const own = names.map((name, index) =>
          rule(name, version({ fact: `person.x${index}`, equals: true })),
        );
        const both: Node = { all: [...names, ...names].map((name) => ({ rule: name })) };
        const law = pack([...own, rule('xx.both', version(both)), rule('xx.again', version(both))]);
        const scalars = new CountedMap(values.map((value, index) => [`person.x${index}`, yesOrNo(value)]));
        const facts: Facts = { scalars, lists: new Map() };
        let evaluate: ((rule: string) => Outcome) | undefined;
        const once: typeof evaluator = (resolved, vocabulary) => {
          const forFacts = evaluator(resolved, vocabulary);
          return (given, registry) => {
            evaluate = forFacts(given, registry);
            return evaluate;
          };
        };
        askRule(law, 'xx.both', { facts, evaluator: once });
        const answers = ['xx.again', ...names].map((name) => evaluate?.(name).truth);
        expect(answers).toEqual([values.every(Boolean), ...values].map(String));
        for (const index of values.keys()) expect(scalars.reads.get(`person.x${index}`)).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it('of as many entries as there are names each is looked at, not one of them as often', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('pass', 'fail'), { minLength: 1, maxLength: 8 }), (results) => {
        const entries = results.map(
          (value, index): Entry => ({
            id: `e${index}`,
            fields: new Map([['result', { state: 'known', value, strength: 1 }]]),
          }),
        );
        const exams: ListValue = { entries, complete: true, completeFor: [], strength: 1 };
        const facts: Facts = { scalars: new Map(), lists: new Map([['exams', exams]]) };
        const where: Node = { fact: 'its.result', equals: 'pass' };
        const ask = { facts, evaluator };
        const outcome = askNode({ count: { list: 'exams', where, atLeast: 0 } }, ask);
        expect(outcome.matched).toEqual(
          entries.flatMap(({ id }, index) => (results[index] === 'pass' ? [id] : [])),
        );
        const every = askNode({ every: { list: 'exams', satisfies: where } }, ask);
        expect(every.matched).toEqual(
          entries.flatMap(({ id }, index) => (results[index] === 'fail' ? [id] : [])),
        );
      }),
      { numRuns: 60 },
    );
  });
});
