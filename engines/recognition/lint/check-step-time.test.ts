import { expect, it } from 'vitest';
import type { Route, Step } from '../language/pack.ts';
import { CITE, pack, rule, step, version } from '../small-law.fixture.ts';
import { lintOf, said } from './lint.fixture.ts';

const lintOfStep = (more: Partial<Step>): readonly string[] =>
  said(
    lintOf(pack([], { steps: [step('step.xx.one', { kind: 'exam', ...more })] })),
    'LINT_STEP_TIME',
    'LINT_CITE_MISSING',
  );
const cite = CITE;

const sound: readonly (readonly [string, Partial<Step>])[] = [
  ['days in order', { sittings: { dates: [{ on: '2027-01-01' }, { on: '2027-06-01' }], cite } }],
  [
    'the last day to register is the day itself',
    { sittings: { dates: [{ on: '2027-01-01', registerBy: '2027-01-01' }], cite } },
  ],
  [
    'waits that change from attempt 3 on',
    { retakeAfter: { period: 'P1M', later: [{ from: 3, period: 'P6M' }], cite } },
  ],
  ['an exam that is prepared', { study: { cite } }],
  ['a selection by an exam', { kind: 'selection', study: { cite } }],
  ['half time at the least', { kind: 'training', partTime: { allowed: true, least: 0.5, cite } }],
];
it.each(sound)('nothing is wrong with %s', (_, more) => expect(lintOfStep(more)).toEqual([]));

const faulty: readonly (readonly [string, Partial<Step>, string])[] = [
  [
    'days out of order',
    { sittings: { dates: [{ on: '2027-06-01' }, { on: '2027-01-01' }], cite } },
    'LINT_STEP_TIME step:step.xx.one/sittings/dates/1',
  ],
  [
    'a day listed twice',
    { sittings: { dates: [{ on: '2027-06-01' }, { on: '2027-06-01' }], cite } },
    'LINT_STEP_TIME step:step.xx.one/sittings/dates/1',
  ],
  [
    'a day to register after the exam',
    { sittings: { dates: [{ on: '2027-01-01', registerBy: '2027-01-02' }], cite } },
    'LINT_STEP_TIME step:step.xx.one/sittings/dates/0',
  ],
  [
    'a register that closes before that of the sitting before',
    { sittings: { dates: [{ on: '2027-01-01' }, { on: '2027-06-01', registerBy: '2026-12-31' }], cite } },
    'LINT_STEP_TIME step:step.xx.one/sittings/dates/1',
  ],
  [
    'a second wait before attempt 2',
    { retakeAfter: { period: 'P1M', later: [{ from: 1, period: 'P6M' }], cite } },
    'LINT_STEP_TIME step:step.xx.one/retakeAfter/later/0',
  ],
  [
    'waits out of order',
    {
      retakeAfter: {
        period: 'P1M',
        later: [
          { from: 4, period: 'P6M' },
          { from: 3, period: 'P6M' },
        ],
        cite,
      },
    },
    'LINT_STEP_TIME step:step.xx.one/retakeAfter/later/1',
  ],
  [
    'preparation for a document',
    { kind: 'document', study: { cite } },
    'LINT_STEP_TIME step:step.xx.one/study',
  ],
  [
    'attempts at a practice',
    { kind: 'practice', retakeAfter: { period: 'P1M', cite } },
    'LINT_STEP_TIME step:step.xx.one/retakeAfter',
  ],
  [
    'the least share of what is not allowed',
    { kind: 'training', partTime: { allowed: false, least: 0.5, cite } },
    'LINT_STEP_TIME step:step.xx.one/partTime/least',
  ],
  [
    'a calendar without a source',
    { sittings: { continuous: true, cite: [] } },
    'LINT_CITE_MISSING step:step.xx.one/sittings',
  ],
  [
    'a pass rate without a source',
    { passRate: { value: 0.5, population: 'all', year: '2024', cite: [] } },
    'LINT_CITE_MISSING step:step.xx.one/passRate',
  ],
];
it.each(faulty)('%s is found', (_, more, finding) => expect(lintOfStep(more)).toEqual([finding]));

const route = (mustBeValid: Route['mustBeValid']): Route => ({
  route: 'xx.route',
  title: 'R',
  for: 'all',
  grants: 'full',
  cite,
  scope: [],
  requirements: ['xx.rule'],
  discretion: [],
  notes: [],
  finally: [],
  ...(mustBeValid === undefined ? {} : { mustBeValid }),
});
it.each([
  ['xx.rule', cite, []],
  ['xx.other', cite, ['LINT_REFERENCE route:xx.route/mustBeValid/0/rule']],
  ['xx.rule', [], ['LINT_CITE_MISSING route:xx.route/mustBeValid/0']],
] as const)('a route says until when %s must stay valid, with a source', (id, cites, findings) => {
  const law = pack([rule('xx.rule', version({ fact: 'person.a', equals: true }))], {
    routes: [route([{ rule: id, until: 'decision', cite: cites }])],
  });
  expect(said(lintOf(law), 'LINT_REFERENCE', 'LINT_CITE_MISSING')).toEqual(findings);
});
