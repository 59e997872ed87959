import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expectOk, parseDay } from '../../kernel/index.ts';
import type { FactValue } from '../language/facts.ts';
import type { Node } from '../language/nodes.ts';
import type { Truth } from '../language/verdict.ts';
import { resolveLaw } from '../query/resolve-query.ts';
import { evaluateNode } from '../reference/evaluate-node.ts';
import { VOCABULARY } from '../small-law.fixture.ts';
import { compareNodes } from './compare-nodes.ts';
import { findAssignment } from './find-assignment.ts';
import { scopeOf } from './variables.ts';

const on = expectOk(parseDay('2015-01-01'), 'a day');
const law = resolveLaw([], VOCABULARY, [], { on, knownOn: on });

const yes = (value: boolean): FactValue => ({ state: 'known', value, strength: 4 });
const code = (value: string): FactValue => ({ state: 'known', value, strength: 4 });
const years = (value: number): FactValue => ({ state: 'range', lo: value, hi: value, strength: 4 });
/** Every person there is, over facts so few that all can be tried. */
const PEOPLE: readonly ReadonlyMap<string, FactValue>[] = [true, false].flatMap((a) =>
  ['AA', 'BB', 'CC', 'elsewhere'].flatMap((country) =>
    [3, 4, 4.5, 5, 5.5, 6, 7].map(
      (length) =>
        new Map([
          ['person.a', yes(a)],
          ['pmq.country', code(country)],
          ['pmq.years', years(length)],
        ]),
    ),
  ),
);

const leaf: fc.Arbitrary<Node> = fc.oneof(
  fc.boolean().map((equals): Node => ({ fact: 'person.a', equals })),
  fc.constantFrom('AA', 'BB', 'CC').map((equals): Node => ({ fact: 'pmq.country', equals })),
  fc.constantFrom<Node>(
    { fact: 'pmq.country', in: ['AA', 'CC'] },
    { fact: 'pmq.country', notIn: { group: 'union' } },
    { fact: 'pmq.country', in: { group: 'union' } },
  ),
  fc
    .constantFrom(4, 5, 6)
    .chain((bound) =>
      fc.constantFrom<Node>(
        { fact: 'pmq.years', atLeast: bound },
        { fact: 'pmq.years', moreThan: bound },
        { fact: 'pmq.years', lessThan: bound },
        { fact: 'pmq.years', equals: bound },
      ),
    ),
);
const { tree } = fc.letrec<{ tree: Node }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all): Node => ({ all })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any): Node => ({ any })),
    tie('tree').map((not): Node => ({ not })),
    fc.tuple(tie('tree'), tie('tree')).map(([condition, then]): Node => ({ if: condition, then })),
    fc.tuple(tie('tree'), tie('tree')).map(([unless, then]): Node => ({ unless, then })),
  ),
}));

const truthFor = (node: Node, person: ReadonlyMap<string, FactValue>): Truth =>
  evaluateNode(node, scopeOf(law, person), '').truth;

it('finds a person exactly when one exists, and the person found fits', () => {
  fc.assert(
    fc.property(tree, fc.constantFrom<Truth>('true', 'false', 'notApplicable'), (node, wanted) => {
      const search = findAssignment(node, wanted, law);
      const exists = PEOPLE.some((person) => truthFor(node, person) === wanted);
      expect(search.found).toBe(exists ? 'yes' : 'no');
      if (search.found === 'yes') expect(truthFor(node, search.values)).toBe(wanted);
    }),
  );
});

it('two conditions are called equal exactly when nobody tells them apart, and whoever does is shown', () => {
  fc.assert(
    fc.property(tree, tree, (a, b) => {
      const comparison = compareNodes(a, b, law);
      const differ = PEOPLE.some((person) => truthFor(a, person) !== truthFor(b, person));
      if (JSON.stringify(a) === JSON.stringify(b)) return;
      expect(comparison.answer).toBe(differ ? 'differ' : 'equal');
      if (comparison.answer === 'differ')
        expect(truthFor(a, comparison.values)).not.toBe(truthFor(b, comparison.values));
    }),
  );
});

it('of a list nothing is proved: a difference there may be one nobody can have', () => {
  const exams = (exam: string): Node => ({
    some: { list: 'exams', where: { fact: 'its.exam', equals: exam } },
  });
  expect(compareNodes(exams('one'), exams('two'), law).answer).toBe('unsure');
  expect(
    compareNodes({ all: [exams('one'), { fact: 'person.a', equals: true }] }, exams('one'), law).answer,
  ).toBe('unsure');
  expect(compareNodes({ all: [exams('one'), exams('one')] }, exams('one'), law).answer).toBe('equal');
});

it('more cells than can be tried leave it open', () => {
  const of = Array.from({ length: 16 }, (_, index): Node => ({ fact: `xx.f${index}`, equals: true }));
  const node: Node = { all: [{ exactly: { n: 8, of } }, { exactly: { n: 7, of } }] };
  expect(findAssignment(node, 'true', law).found).toBe('unsure');
  expect(findAssignment(node, 'false', law).found).toBe('yes');
});
