import { expect, it } from 'vitest';
import type { Dossier } from '../facts/dossier.ts';
import type { Node } from '../language/nodes.ts';
import type { PackSuite } from '../language/suite.ts';
import { lawOf, lintOf, NO_SUITE, said } from './lint.fixture.ts';

const suiteOf = (...given: readonly Dossier[]): PackSuite => ({
  ...NO_SUITE,
  cases: given.map((each, index) => ({
    value: { rule: 'xx.rule', case: `case ${index}`, sentence: 'x', given: each, expect: { verdict: 'met' } },
    origin: { file: 'cases/a.yaml', at: [index] },
  })),
});
const person = (facts: Record<string, boolean>): Dossier => ({ person: facts });
const pmq = (facts: Record<string, number | string>): Dossier => ({
  qualifications: [{ id: 'md', ...facts }],
});
const untested = (when: Node, ...given: readonly Dossier[]): readonly string[] =>
  said(
    lintOf(lawOf(when), { suite: suiteOf(...given) }),
    'LINT_BRANCH_UNTESTED',
    'LINT_BOUNDARY_UNTESTED',
  ).map((line) => line.replace('rule:xx.rule/versions/0/when', '…'));

const A: Node = { fact: 'person.a', equals: true };
const B: Node = { fact: 'person.b', equals: true };

it('a condition that cases see true and false is tested', () => {
  expect(untested(A, person({ a: true }), person({ a: false }))).toEqual([]);
});

it('a condition that no case sees false is named, at its own place', () => {
  expect(untested({ any: [A, B] }, person({ a: true, b: true }), person({ a: false, b: true }))).toEqual([
    'LINT_BRANCH_UNTESTED …/any/1',
  ]);
});

it('unknown is neither true nor false', () => {
  expect(untested(A, person({}), person({ a: true }))).toEqual(['LINT_BRANCH_UNTESTED …']);
});

it('what nobody has researched needs no case', () => {
  expect(
    untested({ any: [A, { notResearched: 'else?' }] }, person({ a: true }), person({ a: false })),
  ).toEqual([]);
});

const years = (...values: readonly number[]) => values.map((value) => pmq({ years: value }));
const enrolled = (...days: readonly string[]) => days.map((enrolledOn) => pmq({ enrolledOn }));
const thresholds: readonly (readonly [string, Node, readonly Dossier[], readonly string[]])[] = [
  ['the threshold and a little under it', { fact: 'pmq.years', atLeast: 6 }, years(6, 5.5), []],
  [
    'only far from the threshold',
    { fact: 'pmq.years', atLeast: 6 },
    years(9, 2),
    ['LINT_BOUNDARY_UNTESTED …/atLeast'],
  ],
  [
    'the threshold alone on its own side',
    { fact: 'pmq.years', atMost: 6 },
    years(6, 9),
    ['LINT_BOUNDARY_UNTESTED …/atMost'],
  ],
  ['the threshold and a little over it', { fact: 'pmq.years', atMost: 6 }, years(6, 7), []],
  [
    'the day and the day before',
    { fact: 'pmq.enrolledOn', onOrAfter: '2010-01-01' },
    enrolled('2010-01-01', '2009-12-31'),
    [],
  ],
  [
    'a day and two days before',
    { fact: 'pmq.enrolledOn', onOrAfter: '2010-01-01' },
    enrolled('2010-01-01', '2009-12-30'),
    ['LINT_BOUNDARY_UNTESTED …/onOrAfter'],
  ],
  [
    'a bound that is no literal',
    { fact: 'pmq.enrolledOn', onOrBefore: { fact: 'pmq.graduatedOn' } },
    [
      pmq({ enrolledOn: '2000-01-01', graduatedOn: '2006-01-01' }),
      pmq({ enrolledOn: '2007-01-01', graduatedOn: '2006-01-01' }),
    ],
    [],
  ],
];
it.each(thresholds)('%s', (_name, when, given, lines) => {
  expect(untested(when, ...given)).toEqual(lines);
});

it('the fields of entries are tried as well', () => {
  const when: Node = { some: { list: 'exams', where: { fact: 'its.takenOn', onOrAfter: '2010-01-01' } } };
  const taken = (day: string): Dossier => ({
    exams: { complete: true, entries: [{ id: 'x', exam: 'one', takenOn: day }] },
  });
  expect(untested(when, taken('2010-01-01'), taken('2009-12-31'))).toEqual([]);
  expect(untested(when, taken('2010-01-01'), taken('2009-01-01'))).toEqual([
    'LINT_BOUNDARY_UNTESTED …/some/where/onOrAfter',
  ]);
});
