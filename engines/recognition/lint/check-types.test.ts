import { describe, expect, it } from 'vitest';
import type { Node } from '../language/nodes.ts';
import type { Section } from '../language/vocabulary.ts';
import { VOCABULARY } from '../small-law.fixture.ts';
import { lawOf, lintOf, said } from './lint.fixture.ts';

const CODES = [
  'LINT_FACT_UNKNOWN',
  'LINT_FACT_PLACE',
  'LINT_TYPE',
  'LINT_CODE_UNKNOWN',
  'LINT_LIST_UNKNOWN',
  'LINT_GROUP_UNKNOWN',
  'LINT_THRESHOLD',
  'LINT_CURE_INSIDE_LIST',
  'LINT_VOCABULARY',
];
const TABLES = [
  { table: 'xx.table', title: 'T', cite: [], columns: { country: 'code', from: 'day' }, rows: [] },
] as const;
const typesOf = (when: Node): readonly string[] =>
  said(lintOf(lawOf(when, { tables: TABLES })), ...CODES).map((line) =>
    line.replace('rule:xx.rule/versions/0/when', '…'),
  );

const exams = (where: Node): Node => ({ some: { list: 'exams', where } });
const window = { rounding: 'clamp', inclusive: true } as const;

describe('what a rule may say of a fact', () => {
  const sound: readonly (readonly [string, Node])[] = [
    ['a boolean against true', { fact: 'person.a', equals: true }],
    ['a code of its list', { fact: 'pmq.country', equals: 'AA' }],
    ['a number against a number', { fact: 'pmq.hours', atLeast: 5500 }],
    [
      'a day against a literal, a fact and the latest of a list',
      {
        all: [
          { fact: 'pmq.graduatedOn', onOrAfter: '2010-01-01' },
          { fact: 'pmq.graduatedOn', before: { fact: 'application.on' } },
          { fact: 'pmq.graduatedOn', before: { latest: { list: 'exams', field: 'takenOn' } } },
        ],
      },
    ],
    [
      'codes that include a code, any of a group, only those of a list',
      {
        all: [
          { fact: 'person.citizenships', includes: 'AA' },
          { fact: 'person.citizenships', includesAny: { group: 'union' } },
          { fact: 'person.citizenships', onlyFrom: ['AA', 'BB'] },
        ],
      },
    ],
    ['two codes of one list', { fact: 'pmq.country', equals: { fact: 'pmq.country' } }],
    ['a code that the codes may include', { fact: 'person.citizenships', includes: { fact: 'pmq.country' } }],
    [
      'its inside a list, outer inside a list within',
      {
        every: {
          list: 'licences',
          satisfies: {
            some: {
              list: 'practice',
              where: { fact: 'its.country', equals: { fact: 'outer.jurisdiction' } },
            },
          },
        },
      },
    ],
    [
      'a column inside a table',
      {
        table: {
          name: 'xx.table',
          where: {
            all: [
              { fact: 'row.country', equals: { fact: 'pmq.country' } },
              { fact: 'pmq.enrolledOn', onOrAfter: { fact: 'row.from' } },
            ],
          },
        },
      },
    ],
    [
      'a join on a school, with a boolean otherwise',
      {
        asOf: {
          join: 'accredited',
          subject: 'pmq.school',
          on: { fact: 'pmq.graduatedOn' },
          otherwise: 'pmq.accredited',
        },
      },
    ],
    [
      'a sum over days, weighted by a number',
      {
        sumDuration: {
          list: 'practice',
          from: 'from',
          to: 'to',
          weight: 'fte',
          measure: 'total',
          atLeast: 'P1Y',
        },
      },
    ],
  ];
  it.each(sound)('%s is sound', (_name, when) => {
    expect(typesOf(when)).toEqual([]);
  });

  const wrong: readonly (readonly [string, Node, string])[] = [
    ['a section nobody declared', { fact: 'persona.a', equals: true }, 'LINT_FACT_UNKNOWN …/fact'],
    ['a fact nobody declared', { fact: 'person.z', equals: true }, 'LINT_FACT_UNKNOWN …/fact'],
    ['a name that every object has', { fact: 'person.toString', equals: true }, 'LINT_FACT_UNKNOWN …/fact'],
    ['a field of a list read outside', { fact: 'exams.exam', equals: 'one' }, 'LINT_FACT_PLACE …/fact'],
    ['its outside a list', { fact: 'its.exam', equals: 'one' }, 'LINT_FACT_PLACE …/fact'],
    [
      'outer in a list that stands in none',
      exams({ fact: 'outer.exam', equals: 'one' }),
      'LINT_FACT_PLACE …/some/where/fact',
    ],
    ['row outside a table', { fact: 'row.country', equals: 'AA' }, 'LINT_FACT_PLACE …/fact'],
    [
      'a column that the table lacks',
      { table: { name: 'xx.table', where: { fact: 'row.title', equals: 'AA' } } },
      'LINT_FACT_UNKNOWN …/table/where/fact',
    ],
    [
      'a field that the list lacks',
      exams({ fact: 'its.score', atLeast: 5 }),
      'LINT_FACT_UNKNOWN …/some/where/fact',
    ],
    ['a list nobody declared', { some: { list: 'exam' } }, 'LINT_LIST_UNKNOWN …/some/list'],
    [
      'a section that is no list',
      { count: { list: 'person', atLeast: 1 } },
      'LINT_LIST_UNKNOWN …/count/list',
    ],
    ['a boolean compared like a number', { fact: 'person.a', atLeast: 1 }, 'LINT_TYPE …/atLeast'],
    ['a number compared like a day', { fact: 'pmq.hours', onOrAfter: '2010-01-01' }, 'LINT_TYPE …/onOrAfter'],
    ['a boolean against a text', { fact: 'person.a', equals: 'true' }, 'LINT_TYPE …/equals'],
    ['a number against a text', { fact: 'pmq.hours', equals: '5500' }, 'LINT_TYPE …/equals'],
    ['a day against no day', { fact: 'pmq.graduatedOn', equals: '2010-02-30' }, 'LINT_TYPE …/equals'],
    ['a code that the list lacks', { fact: 'pmq.country', equals: 'ZZ' }, 'LINT_CODE_UNKNOWN …/equals'],
    [
      'a code in a set that the list lacks',
      { fact: 'pmq.country', in: ['AA', 'ZZ'] },
      'LINT_CODE_UNKNOWN …/in/1',
    ],
    ['a single code asked for inclusion', { fact: 'pmq.country', includes: 'AA' }, 'LINT_TYPE …/includes'],
    ['several codes asked for equality', { fact: 'person.citizenships', equals: 'AA' }, 'LINT_TYPE …/equals'],
    ['a group nobody declared', { fact: 'pmq.country', in: { group: 'onion' } }, 'LINT_GROUP_UNKNOWN …/in'],
    [
      'a group of other codes',
      exams({ fact: 'its.exam', in: { group: 'union' } }),
      'LINT_TYPE …/some/where/in',
    ],
    [
      'codes of two lists compared',
      exams({ fact: 'its.exam', equals: { fact: 'pmq.country' } }),
      'LINT_TYPE …/some/where/equals',
    ],
    [
      'a day compared with a number',
      { fact: 'pmq.graduatedOn', after: { fact: 'pmq.hours' } },
      'LINT_TYPE …/after',
    ],
    [
      'a period from a number',
      {
        withinPeriod: {
          from: { fact: 'pmq.hours' },
          to: { fact: 'application.on' },
          period: 'P2Y',
          ...window,
        },
      },
      'LINT_TYPE …/withinPeriod/from',
    ],
    [
      'the latest of a field that is no day',
      { fact: 'pmq.graduatedOn', before: { latest: { list: 'exams', field: 'result' } } },
      'LINT_TYPE …/before/latest/field',
    ],
    [
      'a window over a field that is no day',
      {
        examWindow: {
          list: 'exams',
          parts: [{ fact: 'its.exam', equals: 'one' }],
          field: 'exam',
          within: 'P7Y',
          ...window,
        },
      },
      'LINT_TYPE …/examWindow/field',
    ],
    [
      'a weight that is no number',
      {
        sumDuration: {
          list: 'practice',
          from: 'from',
          to: 'to',
          weight: 'level',
          measure: 'total',
          atLeast: 'P1Y',
        },
      },
      'LINT_TYPE …/sumDuration/weight',
    ],
    [
      'a join on something that is no school',
      { asOf: { join: 'accredited', subject: 'pmq.country', on: { fact: 'pmq.graduatedOn' } } },
      'LINT_TYPE …/asOf/subject',
    ],
    [
      'a cure inside a list',
      exams({ fact: 'its.exam', equals: 'one', cure: ['step.xx.one'] }),
      'LINT_CURE_INSIDE_LIST …/some/where/cure',
    ],
  ];
  it.each(wrong)('%s is told with its place', (_name, when, line) => {
    expect(typesOf(when)).toEqual([line]);
  });

  it('a threshold outside what the fact can be is told, one at its edge is not', () => {
    const sections = new Map(VOCABULARY.sections);
    sections.set('pmq', {
      ...sections.get('pmq'),
      facts: {
        percent: {
          type: 'number',
          unit: 'percent',
          min: 0,
          max: 100,
          label: 'Share',
          definition: 'x',
          standard: 'own',
        },
      },
    } as Section);
    const vocabulary = { ...VOCABULARY, sections };
    expect(
      said(lintOf(lawOf({ fact: 'pmq.percent', atLeast: 101 }), { vocabulary }), 'LINT_THRESHOLD'),
    ).toEqual(['LINT_THRESHOLD rule:xx.rule/versions/0/when/atLeast']);
    expect(
      said(lintOf(lawOf({ fact: 'pmq.percent', atLeast: 100 }), { vocabulary }), 'LINT_THRESHOLD'),
    ).toEqual([]);
  });

  it('the anchor of a version must be a day of the person', () => {
    const base = lawOf({ fact: 'person.a', equals: true });
    const [only] = base.rules;
    const anchored = (anchor: string) =>
      ({
        ...base,
        rules: [
          {
            ...only,
            versions: only?.versions.map((each) => ({ ...each, appliesTo: { anchor, from: '2020-01-01' } })),
          },
        ],
      }) as typeof base;
    expect(said(lintOf(anchored('pmq.graduatedOn')), ...CODES)).toEqual([]);
    expect(said(lintOf(anchored('pmq.hours')), ...CODES)).toEqual([
      'LINT_TYPE rule:xx.rule/versions/0/appliesTo/anchor',
    ]);
    expect(said(lintOf(anchored('its.takenOn')), ...CODES)).toEqual([
      'LINT_FACT_PLACE rule:xx.rule/versions/0/appliesTo/anchor',
    ]);
  });
});
