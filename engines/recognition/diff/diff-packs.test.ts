import { describe, expect, it } from 'vitest';
import type { Node } from '../language/nodes.ts';
import type { Pack, Route, RuleVersion, Step } from '../language/pack.ts';
import { CITE, pack, rule, step, VOCABULARY, version } from '../small-law.fixture.ts';
import { diffGroups, diffPacks } from './diff-packs.ts';

const lines = (before: Pack, after: Pack): readonly string[] =>
  diffPacks({ before, after, vocabulary: VOCABULARY }).map(
    ({ kind, thing, id, aspect, at, words }) => `${kind} ${thing} ${id} ${aspect} ${at}: ${words}`,
  );
const asking = (...versions: readonly RuleVersion[]): Pack => pack([rule('xx.rule', ...versions)]);
const conditions = (before: Node, after: Node): readonly string[] =>
  diffPacks({ before: asking(version(before)), after: asking(version(after)), vocabulary: VOCABULARY }).map(
    ({ aspect, at, words }) => `${aspect} ${at}: ${words}`,
  );
const years = (atLeast: number): Node => ({ fact: 'pmq.years', atLeast });
const is = (fact: string): Node => ({ fact, equals: true });

describe('a change of a condition is named by its kind, its place and both sentences', () => {
  it.each<[string, Node, Node, readonly string[]]>([
    [
      'a threshold',
      years(5),
      years(6),
      ['threshold versions/1/when/atLeast: “Years is at least 5 years” became “Years is at least 6 years”'],
    ],
    [
      'an operator',
      years(5),
      { fact: 'pmq.years', moreThan: 5 },
      ['operator versions/1/when: “Years is at least 5 years” became “Years is more than 5 years”'],
    ],
    [
      'a date',
      { fact: 'pmq.graduatedOn', before: '2020-01-01' },
      { fact: 'pmq.graduatedOn', before: '2020-01-02' },
      [
        'date versions/1/when/before: “Graduation is before 2020-01-01” became “Graduation is before 2020-01-02”',
      ],
    ],
    [
      'a member of a set, without telling the whole set again',
      { fact: 'pmq.country', in: ['AA', 'BB'] },
      { fact: 'pmq.country', in: ['BB', 'CC'] },
      [
        'set versions/1/when/in/AA: AA is no longer among the values named for “Country”',
        'set versions/1/when/in/CC: CC joins the values named for “Country”',
      ],
    ],
    [
      'a condition more, by its id',
      { all: [is('person.a')] },
      { all: [is('person.a'), { id: 'long', ...years(5) }] },
      ['condition versions/1/when/all/long: Also asked now: “Years is at least 5 years”'],
    ],
    [
      'an alternative less',
      { any: [is('person.a'), is('person.b')] },
      { any: [is('person.b')] },
      ['condition versions/1/when/any/0: No longer enough: “A is yes”'],
    ],
    [
      'a threshold in a branch that moved: by id, and the move is told',
      { all: [{ id: 'long', ...years(5) }, is('person.a')] },
      { all: [is('person.a'), { id: 'long', ...years(6) }] },
      [
        'threshold versions/1/when/all/long/atLeast: “Years is at least 5 years” became “Years is at least 6 years”',
        'order versions/1/when/all: The order of all changed, and nothing else in it',
      ],
    ],
    [
      'a cure',
      { ...is('person.a'), cure: ['step.xx.a'] },
      { ...is('person.a'), cure: ['step.xx.b'] },
      [
        'cure versions/1/when/cure/step.xx.a: The step that cures it is gone: step.xx.a',
        'cure versions/1/when/cure/step.xx.b: The step that cures it is new: step.xx.b',
      ],
    ],
    [
      'a number of entries inside a list operator',
      { count: { list: 'exams', where: { fact: 'its.exam', equals: 'one' }, atMost: 4 } },
      { count: { list: 'exams', where: { fact: 'its.exam', equals: 'one' }, atMost: 3 } },
      [
        'threshold versions/1/when/count/atMost: “there are at most 4 among your examinations with Examination is one” became “there are at most 3 among your examinations with Examination is one”',
      ],
    ],
  ])('%s', (_name, before, after, told) => expect(conditions(before, after)).toEqual(told));
});

describe('a change outside conditions', () => {
  const fee = (amount: number, more: Partial<Step> = {}): Pack =>
    pack([], {
      steps: [step('step.xx.a', { cost: { amount, currency: 'GBP', asOf: '2026', cite: CITE }, ...more })],
    });
  const route = (more: Partial<Route>): Pack =>
    pack([], {
      routes: [
        {
          ...{ route: 'xx.way', title: 'Way', for: 'All', grants: 'full', cite: CITE, scope: [] },
          ...{ requirements: [], discretion: [], notes: [], finally: [], ...more },
        },
      ],
    });
  it.each<[string, Pack, Pack, readonly string[]]>([
    [
      'a fee',
      fee(240),
      fee(255),
      ['changed step step.xx.a fee cost/amount: The fee (amount) was 240; it is 255'],
    ],
    [
      'a requirement',
      route({ requirements: ['xx.a', 'xx.b'] }),
      route({ requirements: ['xx.b', 'xx.c'] }),
      [
        'removed route xx.way requirement requirements/xx.a: The requirement is gone: xx.a',
        'added route xx.way requirement requirements/xx.c: The requirement is new: xx.c',
      ],
    ],
    [
      'a rule that is new, with its own text',
      pack([]),
      asking(version(years(5))),
      ['added rule xx.rule whole : The rule “xx.rule” is new: xx.rule'],
    ],
    [
      'a citation, not the rule around it',
      asking(version(years(5))),
      asking(version(years(5), { cite: [{ ...CITE[0], locator: 's. 2' }] })),
      [
        'changed rule xx.rule citation versions/1/cite/fiction/locator: The citation (locator) was “whole page”; it is “s. 2”',
      ],
    ],
    [
      'a version to come, told against the one before',
      asking(version(years(5), { inForce: { from: '2020-01-01', to: '2027-01-01' } })),
      asking(
        version(years(5), { inForce: { from: '2020-01-01', to: '2027-01-01' } }),
        version(years(6), { version: '2', inForce: { from: '2027-01-01' } }),
      ),
      [
        'added rule xx.rule version versions/2: Version 2, in force from 2027-01-01, follows 1: “Years is at least 5 years” became “Years is at least 6 years”',
      ],
    ],
    [
      'a correction of what was recorded',
      asking(version(years(5))),
      asking(version(years(5)), version(years(6), { recordedAt: '2001-01-01' })),
      [
        'added rule xx.rule version versions/1: Version 1, in force from a day that is not established, corrects what was recorded: “Years is at least 5 years” became “Years is at least 6 years”',
      ],
    ],
    [
      'the order of rules',
      pack([rule('xx.a', version(years(5))), rule('xx.b', version(years(5)))]),
      pack([rule('xx.b', version(years(5))), rule('xx.a', version(years(5)))]),
      ['moved pack  order : Rules, routes, steps or sources stand in another order in their files'],
    ],
  ])('%s', (_name, before, after, told) => expect(lines(before, after)).toEqual(told));

  it('rests on the citation nearest to it', () => {
    const own = [{ ...CITE[0], locator: 's. 9' }];
    const [change] = diffPacks({
      before: asking(version({ ...years(5), cite: own })),
      after: asking(version({ ...years(6), cite: own })),
      vocabulary: VOCABULARY,
    });
    expect(change?.cite.map(({ locator }) => locator)).toEqual(['s. 9']);
  });
});

it('a state that joins a union changes the law of every pack that names the union', () => {
  const union = VOCABULARY.groups.get('union');
  if (union === undefined) throw new Error('The fixture has a union.');
  const grown = new Map(VOCABULARY.groups).set('union', {
    ...union,
    members: [...union.members, { code: 'CC' }],
  });
  const after = { ...VOCABULARY, groups: grown };
  expect(diffGroups(VOCABULARY, after, () => true).map(({ words }) => words)).toEqual([
    'The member is new: CC',
  ]);
  expect(diffGroups(VOCABULARY, after, (group) => group !== 'union')).toEqual([]);
});
