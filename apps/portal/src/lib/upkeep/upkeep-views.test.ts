import type { Maintainers, Pack, Rule } from '@testamur/engines/recognition';
import { describe, expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import type { Reading } from '../reference/read-in.ts';
import { viewDue } from './due-view.ts';
import { groupByReason } from './group-by-reason.ts';
import { maintainersOf } from './maintainers-of.ts';
import { countUnknowns, viewUnknowns } from './unknown-view.ts';

const rule = (id: string, reviewBy: string, when: Rule['versions'][number]['when']): Rule => ({
  rule: id,
  title: id,
  kind: 'other',
  text: id,
  versions: [
    {
      version: '1',
      recordedAt: '2026-01-01',
      reviewBy,
      cite: [{ source: 'law', locator: 's 1', seen: '2026-01-01', grade: 'A' }],
      when,
    },
  ],
});
const route = {
  route: 'xx.way',
  title: 'Way',
  scope: [],
  requirements: ['xx.a'],
  cite: [],
  discretion: [],
  notes: [],
};
const pack = (id: string, rules: readonly Rule[]): Pack =>
  ({
    pack: id,
    name: id.toUpperCase(),
    jurisdiction: id.toUpperCase(),
    version: '1',
    rules,
    routes: id === 'xx' ? [route] : [],
    steps: [],
    tables: [],
    sources: [],
    openQuestions: id === 'xx' ? [{ id: 'fees', question: 'How much?', affects: ['xx.a'] }] : [],
  }) as unknown as Pack;
const asks = { notResearched: 'Which?' };
const packs = [
  pack('yy', [rule('yy.a', '2026-12-31', { fact: 'a', equals: true })]),
  pack('xx', [
    rule('xx.a', '2026-10-01', { all: [asks, { any: [asks, { notResearched: 'When?' }] }] }),
    rule('xx.b', '2028-01-01', { fact: 'a', equals: true }),
  ]),
];
const held: Maintainers = {
  maintainers: 'YY',
  approvals: 1,
  roles: [
    {
      role: 'proposer',
      holder: 'A. Example',
      contact: 'mailto:a@example.org',
      from: '2026-01-01',
      to: '2027-01-01',
    },
    { role: 'approver', holder: 'vacant', since: '2026-01-01' },
  ],
};
const reading = {
  language: english,
  reference: {
    packs: new Map(packs.map((each) => [each.pack, { pack: each, hash: `hash of ${each.pack}` }])),
    book: { packs, commonSteps: [] },
    library: { maintainers: [held] },
    law: {
      policies: [
        { id: 'code', title: 'A code', reviewBy: '2027-05-22', cite: [{ source: 's', locator: '1' }] },
        { id: 'list', title: 'A list', reviewBy: '2026-11-21', cite: [] },
      ],
    },
  },
} as unknown as Reading;
const now = new Date('2026-11-22T12:00:00Z');

describe('what is not known', () => {
  it('counts each question of a rule once, by name of the jurisdiction', () =>
    expect(countUnknowns(reading)).toEqual([
      { pack: 'xx', name: 'XX', questions: 1, points: 2 },
      { pack: 'yy', name: 'YY', questions: 0, points: 0 },
    ]));
  it('names the routes that ask for a rule which is not researched', () => {
    const { points, questions, hash } = viewUnknowns(reading, packs[1] as Pack);
    expect(hash).toBe('hash of xx');
    expect(
      points.map(({ id, question, routes }) => [id, question, ...routes.map((each) => each.id)]),
    ).toEqual([
      ['xx.a.1', 'Which?', 'xx.way'],
      ['xx.a.2', 'When?', 'xx.way'],
    ]);
    expect(questions.map(({ id, affects }) => [id, affects[0]?.id])).toEqual([['fees', 'xx.a']]);
  });
});

describe('what is due', () => {
  it('stands with whoever looks after it, and with nobody where the office is vacant', () =>
    expect(
      viewDue(reading, { now, within: null }).maintainers.map(({ maintainer, packs: theirs }) => [
        maintainer,
        ...theirs.map(({ pack: id, overdue, due }) => `${id} ${overdue} ${due}`),
      ]),
    ).toEqual([
      ['A. Example', 'yy 0 1'],
      [undefined, 'xx 1 0'],
    ]));
  it('is what falls into the time asked; a time that is not offered is the first that is', () => {
    expect(viewDue(reading, { now, within: 'P1Y' }).until).toBe('2027-11-22');
    expect(viewDue(reading, { now, within: 'P99Y' }).until).toBe('2027-02-20');
  });
  it('are policies too, the next first, unless one jurisdiction is asked for', () => {
    const shown = viewDue(reading, { now, within: null }).policies;
    expect(shown?.map(({ policy, state, cited }) => [policy, state, cited.length])).toEqual([
      ['list', 'overdue', 0],
      ['code', 'fresh', 1],
    ]);
    expect(viewDue(reading, { now, within: null, pack: packs[1] as Pack }).policies).toBeUndefined();
  });
  it('is listed for one jurisdiction, without what is fresh', () =>
    expect(
      viewDue(reading, { now, within: 'P1Y', pack: packs[1] as Pack }).reviews?.map((each) => [
        each.target.id,
        each.state,
        each.cited.length,
      ]),
    ).toEqual([['xx.a', 'overdue', 1]]));
});

describe('who looks after a pack', () => {
  it.each([
    ['YY', '2026-12-31', ['A. Example']],
    ['YY', '2027-01-01', []],
    ['XX', '2026-12-31', []],
  ])('%s on %s: %j', (jurisdiction, on, names) =>
    expect(maintainersOf({ jurisdiction }, [held], on)).toEqual(names),
  );
});

it('rules that are left out for one reason stand together, in the order of the first', () =>
  expect(
    groupByReason([
      { rule: 'a', title: 'A', because: 'one' },
      { rule: 'b', title: 'B', because: 'two' },
      { rule: 'c', title: 'C', because: 'one' },
    ]).map(({ because, rules }) => [because, ...rules.map((each) => each.rule)]),
  ).toEqual([
    ['one', 'a', 'c'],
    ['two', 'b'],
  ]));
