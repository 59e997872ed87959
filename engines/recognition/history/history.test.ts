import { describe, expect, it } from 'vitest';
import type { Node } from '../language/nodes.ts';
import type { Pack, RuleVersion } from '../language/pack.ts';
import { CITE, pack, rule, VOCABULARY, version } from '../small-law.fixture.ts';
import { historyOf, type PackHistory } from './history.ts';

const years = (atLeast: number): Node => ({ fact: 'pmq.years', atLeast });
const of = (law: Pack): PackHistory =>
  historyOf({ pack: law, vocabulary: VOCABULARY, changelog: [], today: '2026-01-01' });
const lawOf = (...versions: readonly RuleVersion[]): readonly string[] =>
  of(pack([rule('xx.rule', ...versions)])).law.map(
    ({ on, what, version: which, words, toCome }) =>
      `${on} ${what} ${which}${toCome ? ' (to come)' : ''}: ${words.join('; ')}`,
  );

describe('the history of the law', () => {
  it('tells a beginning, a change and what is to come, the newest first, each against the one before', () =>
    expect(
      lawOf(
        version(years(4), { inForce: { from: '2000', to: '2010-01-01' } }),
        version(years(5), { version: '2', inForce: { from: '2010-01-01', to: '2027-01-01' } }),
        version(years(6), { version: '3', inForce: { from: '2027-01-01' } }),
      ),
    ).toEqual([
      '2027-01-01 changes 3 (to come): “Years is at least 5 years” became “Years is at least 6 years”',
      '2010-01-01 changes 2: “Years is at least 4 years” became “Years is at least 5 years”',
      '2000 begins 1: Asks “Years is at least 4 years”',
    ]));
  it('tells an end only where nothing takes over that day', () =>
    expect(lawOf(version(years(4), { inForce: { to: '2026-04-01' } }))).toEqual([
      '2026-04-01 ends 1 (to come): No longer in force: “Years is at least 4 years”',
    ]));
  it('says nothing of days that the source does not say', () => expect(lawOf(version(years(4)))).toEqual([]));
  it('tells the corrected wording, once', () =>
    expect(
      lawOf(
        version(years(4), { inForce: { from: '2010' } }),
        version(years(5), { inForce: { from: '2010' }, recordedAt: '2001-01-01' }),
      ),
    ).toEqual(['2010 begins 1: Asks “Years is at least 5 years”']));
  it('has the days of routes', () => {
    const route = { route: 'xx.way', title: 'Way', for: 'All', grants: 'full', cite: CITE, scope: [] };
    const routes = [
      { ...route, requirements: [], discretion: [], notes: [], finally: [], inForce: { to: '2026-06' } },
    ];
    expect(of(pack([], { routes })).law).toMatchObject([
      { on: '2026-06', what: 'ends', route: 'xx.way', toCome: true, cite: CITE },
    ]);
  });
});

it('the history of knowledge tells corrections apart from what is new, by the day they were recorded', () => {
  const law = pack([
    rule('xx.a', version(years(4)), version(years(5), { recordedAt: '2001-01-01' })),
    rule('xx.b', version(years(4), { recordedAt: '2001-01-01' })),
  ]);
  expect(
    of(law).knowledge.map(({ recordedAt, entries }) => [
      recordedAt,
      ...entries.map((each) => `${each.rule} ${each.corrects ? each.words.join() : 'new'}`),
    ]),
  ).toEqual([
    ['2001-01-01', 'xx.a “Years is at least 4 years” became “Years is at least 5 years”', 'xx.b new'],
    ['2000-01-01', 'xx.a new'],
  ]);
});
