import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts, FactValue } from '../language/facts.ts';
import type { Node } from '../language/nodes.ts';
import type { Truth } from '../language/verdict.ts';
import { askNode } from '../small-law.fixture.ts';
import { findFlips } from './find-flips.ts';
import { type Answer, type Changes, keyOf, leavesOf, truthAfter } from './ways.ts';

const NAMES = ['p', 'q', 'r', 's', 't'].map((name) => `person.${name}`);
const leaf = fc.constantFrom(...NAMES).map((fact): Node => ({ fact, equals: true }));
const { node } = fc.letrec<{ node: Node }>((tie) => {
  const many = fc.array(tie('node'), { minLength: 1, maxLength: 3 });
  const n = fc.integer({ min: 1, max: 2 });
  return {
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true, maxDepth: 4 },
      leaf,
      many.map((all): Node => ({ all })),
      many.map((any): Node => ({ any })),
      tie('node').map((not): Node => ({ not })),
      fc.tuple(n, many).map(([least, of]): Node => ({ atLeast: { n: least, of } })),
      fc.tuple(n, many).map(([exact, of]): Node => ({ exactly: { n: exact, of } })),
      fc
        .tuple(tie('node'), tie('node'), tie('node'))
        .map(([condition, then, other]): Node => ({ if: condition, then, else: other })),
      fc.tuple(tie('node'), tie('node')).map(([condition, then]): Node => ({ unless: condition, then })),
    ),
  };
});
const facts = fc.tuple(...NAMES.map(() => fc.constantFrom(true, false, undefined)));
const goals: readonly (readonly Truth[])[] = [['true', 'notApplicable'], ['false']];

const known = (value: boolean): FactValue => ({ state: 'known', value, strength: 1 });
const factsOf = (values: readonly (boolean | undefined)[]): Facts => ({
  scalars: new Map(
    NAMES.flatMap((name, index) =>
      values[index] === undefined ? [] : ([[name, known(values[index])]] as const),
    ),
  ),
  lists: new Map(),
});
/** The person for whom exactly these leaves answer otherwise. */
const changed = (before: Facts, changes: Changes): Facts => ({
  ...before,
  scalars: new Map([
    ...before.scalars,
    ...[...changes].map(
      ([key, answer]) => [(JSON.parse(key) as { fact: string }).fact, known(answer === 'true')] as const,
    ),
  ]),
});

describe('the smallest changes that turn a node', () => {
  it('turn it, for the person in whose life they have happened', () => {
    let turned = 0;
    fc.assert(
      fc.property(node, facts, fc.constantFrom(...goals), (when, values, wanted) => {
        const before = factsOf(values);
        for (const changes of findFlips(askNode(when, { facts: before }), wanted).sets) {
          turned += changes.size > 0 ? 1 : 0;
          expect(wanted).toContain(askNode(when, { facts: changed(before, changes) }).truth);
        }
      }),
      { numRuns: 400, seed: 11 },
    );
    expect(turned).toBeGreaterThan(400);
  });

  it('are all the sets of which nothing can be left out, unless the search says that it was cut', () => {
    let complete = 0;
    fc.assert(
      fc.property(node, facts, fc.constantFrom(...goals), (when, values, wanted) => {
        const outcome = askNode(when, { facts: factsOf(values) });
        const { sets, cut } = findFlips(outcome, wanted, { kept: 200, repeated: 5 });
        if (cut) return;
        complete += 1;
        expect(names(sets)).toEqual(
          names(
            tryEverything([...new Set(leavesOf(outcome).map(keyOf))], (changes) =>
              wanted.includes(truthAfter(outcome, changes)),
            ),
          ),
        );
      }),
      { numRuns: 300, seed: 12 },
    );
    expect(complete).toBeGreaterThan(290);
  });

  it('stay sets that turn it, of which nothing can be left out, when the search is cut short', () => {
    let cuts = 0;
    fc.assert(
      fc.property(node, facts, fc.constantFrom(...goals), (when, values, wanted) => {
        const outcome = askNode(when, { facts: factsOf(values) });
        const { sets, cut } = findFlips(outcome, wanted, { kept: 2, repeated: 1 });
        cuts += cut ? 1 : 0;
        expect(sets.length).toBeLessThanOrEqual(2);
        for (const changes of sets) {
          expect(wanted).toContain(truthAfter(outcome, changes));
          for (const key of changes.keys())
            expect(wanted).not.toContain(
              truthAfter(outcome, new Map([...changes].filter(([other]) => other !== key))),
            );
        }
      }),
      { numRuns: 300, seed: 13 },
    );
    expect(cuts).toBeGreaterThan(20);
  });
});

const names = (sets: readonly Changes[]): readonly string[] =>
  sets.map((changes) => JSON.stringify([...changes].sort())).sort();

/** Every leaf as it is, true, or false; of what turns the node, the sets that contain no other. */
function tryEverything(keys: readonly string[], turns: (changes: Changes) => boolean): readonly Changes[] {
  const every = keys.reduce<readonly (readonly (readonly [string, Answer])[])[]>(
    (held, key) =>
      held.flatMap((changes) => [
        changes,
        [...changes, [key, 'true'] as const],
        [...changes, [key, 'false'] as const],
      ]),
    [[]],
  );
  const turning = every.map((changes) => new Map(changes)).filter(turns);
  return turning.filter(
    (changes) =>
      !turning.some(
        (other) =>
          other.size < changes.size && [...other].every(([key, answer]) => changes.get(key) === answer),
      ),
  );
}
