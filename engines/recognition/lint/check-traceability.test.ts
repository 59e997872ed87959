import { describe, expect, it } from 'vitest';
import type { PackSuite, SheetLine } from '../language/suite.ts';
import { CITE, pack, rule, step, version } from '../small-law.fixture.ts';
import { readLines } from './check-traceability.ts';
import { lintOf, NO_SUITE, said } from './lint.fixture.ts';

const law = pack([rule('xx.rule', version({ fact: 'person.a', equals: true }))], {
  routes: [
    {
      route: 'xx.route',
      title: 'R',
      for: 'all',
      grants: 'full',
      cite: CITE,
      scope: [],
      requirements: ['xx.rule'],
      discretion: [{ id: 'character', text: 'x', cite: CITE }],
      notes: [{ id: 'fee', text: 'x', cite: CITE }],
      finally: ['step.xx.one'],
    },
  ],
  steps: [step('step.xx.one')],
});
const SHEET = {
  jurisdiction: { code: 'XX' },
  routes: [{ id: 'plab', requirements: [{ id: 'degree' }, { id: 'english' }] }],
  exams: [{ id: 'plab1' }],
  mechanisms: [{ id: 'alert' }],
  outcomes_statistics: [{ id: 'rate' }],
  open_questions: ['fees?', 'dates?'],
};
const ALL = [
  'plab/degree',
  'plab/english',
  'exams/plab1',
  'mechanisms/alert',
  'open-questions/1',
  'open-questions/2',
];
const mapped = (lines: readonly SheetLine[], sheet: unknown = SHEET): readonly string[] => {
  const suite: PackSuite = {
    ...NO_SUITE,
    traceability: [{ value: { sheet: 'xx', lines }, origin: { file: 't.yaml', at: [] } }],
  };
  const findings = lintOf(law, { suite, sheets: new Map([['xx', sheet]]) });
  return findings
    .filter(({ code }) => code.startsWith('LINT_LINE'))
    .map(
      ({ code, message }) =>
        `${code} ${/The line (\S+)|has no (\S+?)\.$|leads to (\S+?)(?:,|\.$)/
          .exec(message)
          ?.slice(1)
          .find((each) => each !== undefined)}`,
    );
};
const not = (line: string): SheetLine => ({ line, not: 'x' });

it('every line of the sheet mapped: nothing to say', () => {
  expect(mapped(ALL.map(not))).toEqual([]);
});

it.each(ALL)('%s left out is told', (line) => {
  expect(mapped(ALL.filter((each) => each !== line).map(not))).toEqual([`LINT_LINE_MISSING ${line}`]);
});

it('a line may be split further, and the open questions taken together', () => {
  expect(
    mapped(
      [
        ...ALL.filter((each) => !each.startsWith('open') && each !== 'plab/degree'),
        'plab/degree/title',
        'plab/degree/hours',
        'open_questions',
      ].map(not),
    ),
  ).toEqual([]);
});

describe('a sheet that is not what was read', () => {
  const sheet = {
    routes: [
      {
        id: 'full',
        requirements: [
          { id: 'r1', text: 'Six years.' },
          { id: 'r1', text: 'A test.', conditions: { score: 7 } },
        ],
      },
    ],
    open_questions: ['fees?'],
  };
  const lines = [not('full/r1'), not('open-questions/1')];
  const against = (now: unknown): readonly string[] => {
    const suite: PackSuite = {
      ...NO_SUITE,
      traceability: [
        { value: { sheet: 'xx', lines, read: readLines(sheet) }, origin: { file: 't.yaml', at: [] } },
      ],
    };
    return lintOf(law, { suite, sheets: new Map([['xx', now]]) })
      .filter(({ code }) => code === 'LINT_LINE_CHANGED')
      .map(({ message }) => message.replace(/ of the sheet xx| since it was mapped/g, ''));
  };
  const requirements = (...texts: readonly unknown[]) => ({
    ...sheet,
    routes: [{ id: 'full', requirements: texts.map((each) => ({ id: 'r1', ...(each as object) })) }],
  });
  const [six, test] = [{ text: 'Six years.' }, { text: 'A test.', conditions: { score: 7 } }];

  it.each([
    ['the same', sheet, []],
    ['the same in another order', requirements(test, six), []],
    ['another word', requirements({ text: 'Five years.' }, test), ['The line full/r1 was changed.']],
    [
      'another score',
      requirements(six, { ...test, conditions: { score: 6 } }),
      ['The line full/r1 was changed.'],
    ],
    ['one of two that share an id left out', requirements(six), ['The line full/r1 was changed.']],
    [
      'a third of the same id',
      requirements(six, test, { text: 'A job.' }),
      ['The line full/r1 was changed.'],
    ],
    [
      'another question',
      { ...sheet, open_questions: ['dates?'] },
      ['The line open-questions/1 was changed.'],
    ],
    ['a question answered', { ...sheet, open_questions: [] }, ['The line open-questions/1 is gone.']],
  ])('%s', (_name, now, told) => {
    expect(against(now)).toEqual(told);
  });
});

it('a line that the sheet has not is told', () => {
  expect(mapped([...ALL, 'plap/degree'].map(not))).toEqual(['LINT_LINE_UNKNOWN plap/degree']);
});

it('of a sheet of agreements each pack maps its own', () => {
  expect(
    mapped([not('imlc/fees')], { agreements: [{ id: 'imlc' }, { id: 'other' }], open_questions: ['x'] }),
  ).toEqual([]);
  expect(mapped([not('iimlc/fees')], { agreements: [{ id: 'imlc' }] })).toEqual([
    'LINT_LINE_UNKNOWN iimlc/fees',
  ]);
});

it('without the folder of sheets only the targets are checked', () => {
  const suite: PackSuite = {
    ...NO_SUITE,
    traceability: [{ value: { sheet: 'xx', lines: [not('nowhere')] }, origin: { file: 't.yaml', at: [] } }],
  };
  expect(said(lintOf(law, { suite }), 'LINT_LINE_MISSING', 'LINT_LINE_UNKNOWN')).toEqual([]);
});

const targets: readonly (readonly [SheetLine, readonly string[]])[] = [
  [{ line: 'plab/degree', rule: 'xx.rule' }, []],
  [{ line: 'plab/degree', step: 'step.xx.one' }, []],
  [{ line: 'plab/degree', route: 'xx.route' }, []],
  [{ line: 'plab/degree', note: 'fee' }, []],
  [{ line: 'plab/degree', note: 'xx.route/fee' }, []],
  [{ line: 'plab/degree', note: 'fee', route: 'xx.route' }, []],
  [{ line: 'plab/degree', discretion: 'character' }, []],
  [{ line: 'plab/degree', rule: 'xx.none' }, ['LINT_LINE_TARGET xx.none']],
  [{ line: 'plab/degree', step: 'step.xx.none' }, ['LINT_LINE_TARGET step.xx.none']],
  [{ line: 'plab/degree', table: 'xx.none' }, ['LINT_LINE_TARGET xx.none']],
  [{ line: 'plab/degree', note: 'character' }, ['LINT_LINE_TARGET character']],
  [{ line: 'plab/degree', discretion: 'fee' }, ['LINT_LINE_TARGET fee']],
  [{ line: 'plab/degree', reason: 'x' }, ['LINT_LINE_TARGET nothing']],
];
it.each(targets)('%o', (line, lines) => {
  expect(mapped([line, ...ALL.slice(1).map(not)])).toEqual(lines);
});
