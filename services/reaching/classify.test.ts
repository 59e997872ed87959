import { expectOk, parseDay } from '@testamur/engines/kernel';
import { type LawBook, type Node, prepareLaw, referenceEvaluator } from '@testamur/engines/recognition';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, rule, VOCABULARY, version } from '../../engines/recognition/small-law.fixture.ts';
import { classifyPlaces, splitBy } from './classify-places.ts';
import { classifyYears } from './classify-years.ts';
import { rulesTowards } from './rules-towards.ts';

const on = expectOk(parseDay('2026-11-22'), 'a day of a test');
const route = (...requirements: readonly string[]) => ({
  ...{ route: 'xx.route', title: 'A route', for: 'Everybody', grants: 'full', cite: [] },
  ...{ scope: [], requirements, discretion: [], notes: [], finally: [] },
});

/** A law whose one route asks for one condition; another rule, which no route asks for, names other things. */
function lawOf(when: Node, unasked: Node = { fact: 'person.a', equals: true }) {
  const land = pack([rule('xx.a', version(when)), rule('xx.b', version(unasked))], {
    routes: [route('xx.a')],
  });
  const book: LawBook = { vocabulary: VOCABULARY, commonSteps: [], packs: [land], hashes: new Map() };
  const law = prepareLaw({ book, on, knownOn: on, evaluator: referenceEvaluator });
  return { law, towards: rulesTowards(law, land) };
}

/** The jurisdiction of the pack itself, AA, always stands apart. */
const CODES = ['BB', 'CC', 'DD', 'EE'];
const placesFor = (when: Node, unasked?: Node) => {
  const { law, towards } = lawOf(when, unasked);
  return classifyPlaces({ schools: CODES, citizenships: CODES }, towards, law);
};
const ALL = [CODES];

describe('countries', () => {
  it.each<readonly [string, Node, readonly (readonly string[])[], readonly (readonly string[])[]]>([
    ['that no rule names are alike', { fact: 'person.a', equals: true }, ALL, ALL],
    [
      'that a rule names are apart from the others, for what it reads only',
      { fact: 'person.citizenships', includesAny: ['CC', 'DD'] },
      ALL,
      [
        ['BB', 'EE'],
        ['CC', 'DD'],
      ],
    ],
    [
      'are apart where the condition lies deep',
      { any: [{ not: { fact: 'pmq.teachingCountries', onlyFrom: ['EE'] } }] },
      [['BB', 'CC', 'DD'], ['EE']],
      ALL,
    ],
    [
      'are all apart where a citizenship is held against the country of the degree',
      { fact: 'person.citizenships', includes: { fact: 'pmq.awardingCountry' } },
      CODES.map((code) => [code]),
      CODES.map((code) => [code]),
    ],
  ])('%s', (_name, when, schools, citizenships) => {
    const sorted = (classes: readonly (readonly string[])[]) => [...classes].map(String).sort();
    const found = placesFor(when);
    expect(sorted(found.schools)).toEqual(sorted(schools));
    expect(sorted(found.citizenships)).toEqual(sorted(citizenships));
  });

  it('named by a rule that no route leads to stay alike', () => {
    const unasked: Node = { fact: 'person.citizenships', includes: 'BB' };
    expect(placesFor({ fact: 'person.a', equals: true }, unasked).citizenships).toEqual(ALL);
    expect(placesFor({ rule: 'xx.b' }, unasked).citizenships).toHaveLength(2);
  });

  it('are in one class exactly when they are in the same sets', () => {
    const sets = fc.array(fc.subarray(CODES), { maxLength: 4 });
    fc.assert(
      fc.property(sets, (all) => {
        const classes = splitBy(CODES, all);
        expect(classes.flat().sort()).toEqual(CODES);
        const keyOf = (code: string) => all.map((set) => set.includes(code)).join();
        for (const each of classes) expect(new Set(each.map(keyOf)).size).toBe(1);
        expect(new Set(classes.map(([first = '']) => keyOf(first))).size).toBe(classes.length);
      }),
    );
  });
});

describe('years of graduation', () => {
  const within = { from: 2015, to: 2025 };
  const yearsFor = (when: Node) => {
    const { law, towards } = lawOf(when);
    return classifyYears(['AA'], towards, law, { within, now: { year: 2026, month: 11 } }).map(
      ({ from, to }) => (from === to ? `${from}` : `${from}-${to}`),
    );
  };
  const since = (period: string): Node => ({
    withinPeriod: {
      ...{ from: { fact: 'pmq.graduatedOn' }, to: { fact: 'application.on' }, period },
      ...{ rounding: 'clamp', inclusive: true },
    },
  });

  it.each<readonly [string, Node, readonly string[]]>([
    ['that nothing divides are one stretch', { fact: 'person.a', equals: true }, ['2015-2025']],
    [
      'are divided by a day, whose year stands alone',
      { fact: 'pmq.graduatedOn', onOrAfter: '2018-09-01' },
      ['2015-2017', '2018', '2019-2025'],
    ],
    [
      'outside the stretch asked about divide nothing',
      { fact: 'pmq.graduatedOn', before: '1993-01-01' },
      ['2015-2025'],
    ],
    ['are divided by a period counted from now', since('P5Y'), ['2015-2020', '2021', '2022-2025']],
    [
      'may be divided a year earlier or later where the period ends near the new year',
      since('P4Y10M'),
      ['2015-2020', '2021', '2022', '2023-2025'],
    ],
  ])('%s', (_name, when, years) => expect(yearsFor(when)).toEqual(years));
});
