import { describe, expect, it } from 'vitest';
import { expectOk, formatDay, parseDay } from '../../kernel/index.ts';
import type { Dossier, Step } from '../../recognition/index.ts';
import { step } from '../small-network.fixture.ts';
import { type DegreeToCome, taskOf, type WayWishes } from './step-task.ts';

const CITE = [{ source: 'fiction', locator: 'whole page', seen: '2000-01-01', grade: 'A' }] as const;
const task = (more: Partial<Step>, dossier: Dossier = {}, wishes: WayWishes = {}) =>
  taskOf({ key: 'k', step: step('step.x', more), effects: [] }, dossier, wishes);

const exam: Partial<Step> = {
  kind: 'exam',
  effects: [{ list: 'exams', entry: { exam: 'aa.exam', result: 'pass', takenOn: 'stepDay' } }],
  retakeAfter: { period: 'P1M', later: [{ from: 3, period: 'P1Y' }], cite: CITE },
  attempts: { most: 3, cite: CITE },
};
const failed = (...days: readonly string[]): Dossier => ({
  exams: {
    entries: [
      ...days.map((takenOn, index) => ({ id: `${index}`, exam: 'aa.exam', result: 'fail', takenOn })),
      { id: 'other', exam: 'aa.other', result: 'fail', takenOn: '2026-11-20' },
    ],
  },
});
const period = (months: number) => ({ years: 0, months, weeks: 0, days: 0 });
const year = { years: 1, months: 0, weeks: 0, days: 0 };

describe('attempts that she made count', () => {
  it.each([
    ['none: any day, and a month until a second', failed(), undefined, { wait: period(1) }],
    ['one: a month after it, and a year until a third', failed('2026-11-01'), '2026-12-01', { wait: year }],
    [
      'two: a year after the last, which is the last that is allowed',
      failed('2026-03-01', '2026-11-01'),
      '2027-11-01',
      { wait: year, isLastAttempt: true },
    ],
    [
      'on a day that is not known: a month after the last it can be',
      failed('2026-11'),
      '2026-12-30',
      { wait: year },
    ],
  ] as const)('%s', (_, dossier, resitFrom, retake) => {
    const found = task(exam, dossier);
    expect(found.resitFrom === undefined ? undefined : formatDay(found.resitFrom)).toBe(resitFrom);
    expect(found.retake).toEqual(retake);
  });

  it('a limit within a period is no last attempt', () => {
    const found = task({ ...exam, attempts: { most: 1, within: 'P1Y', cite: CITE } });
    expect(found.retake).toEqual({ wait: period(1) });
  });
});

describe('what is not established adds nothing', () => {
  it.each([
    ['a count of sittings', { sittings: { perYear: 4, cite: CITE } }],
    ['all the year round', { sittings: { continuous: true, cite: CITE } }],
    ['an exam to prepare for a time that nobody knows', { study: { cite: CITE } }],
  ] satisfies readonly (readonly [string, Partial<Step>])[])('%s', (_, more) => {
    expect(Object.keys(task({ kind: 'job', ...more })).sort()).toEqual(['id', 'late']);
  });
});

describe('part-time', () => {
  const training = (more: Partial<Step>, share: number) =>
    task({ kind: 'training', duration: { min: 'P1Y', cite: CITE }, ...more }, {}, { share }).duration;
  it.each([
    [
      'half time takes twice as long where it is allowed',
      { partTime: { allowed: true, cite: CITE } },
      0.5,
      24,
    ],
    ['no less than the least share', { partTime: { allowed: true, least: 0.75, cite: CITE } }, 0.5, 16],
    ['not where it is not allowed', { partTime: { allowed: false, cite: CITE } }, 0.5, undefined],
    ['not where nothing is said', {}, 0.5, undefined],
    ['not at full time', { partTime: { allowed: true, cite: CITE } }, 1, undefined],
  ] as const)('%s', (_, more, share, months) => {
    expect(training(more, share)).toEqual(months === undefined ? year : period(months));
  });
});

it('who cannot leave before a day takes up no post before it, and sits exams when she likes', () => {
  const notBefore = expectOk(parseDay('2027-06-01'), 'a day');
  const begins = (kind: Step['kind']) => task({ kind }, {}, { notBefore }).notBefore;
  expect((['practice', 'training', 'job', 'licence'] as const).map(begins)).toEqual(Array(4).fill(notBefore));
  expect((['exam', 'language-test', 'document', 'application'] as const).map(begins)).toEqual(
    Array(4).fill(undefined),
  );
});

describe('before a degree', () => {
  const dayOf = (text: string) => expectOk(parseDay(text), 'a day');
  const degree: DegreeToCome = { graduatedOn: dayOf('2027-05-31'), awardedOn: dayOf('2027-06-30') };
  const from = (more: Partial<Step>) => {
    const own = step('step.x', more);
    const { notBefore } = taskOf({ key: 'k', step: own, effects: own.effects }, {}, {}, degree);
    return notBefore === undefined ? undefined : formatDay(notBefore);
  };
  const trains: Step['effects'] = [{ list: 'training', entry: { kind: 'internship' } }];
  it.each([
    ['nobody practises', { kind: 'practice' }, '2027-05-31'],
    ['nobody trains as a doctor', { kind: 'training', effects: trains }, '2027-05-31'],
    ['a course can be taken', { kind: 'training' }, undefined],
    ['nobody can verify it', { kind: 'verification' }, '2027-06-30'],
    ['nobody applies', { kind: 'application' }, '2027-06-30'],
    ['exams can be sat', { kind: 'exam' }, undefined],
    ['a post can be found', { kind: 'job' }, undefined],
    [
      'finishing it is no sooner than it is',
      { kind: 'training', effects: [{ fact: 'pmq.graduatedOn', value: 'stepDay' }] },
      undefined,
    ],
  ] satisfies readonly (readonly [string, Partial<Step>, string | undefined])[])('%s', (_, more, day) => {
    expect(from(more)).toBe(day);
  });

  it('who cannot leave before a later day waits for that', () => {
    const notBefore = dayOf('2028-01-01');
    const own = step('step.x', { kind: 'practice' });
    expect(taskOf({ key: 'k', step: own, effects: [] }, {}, { notBefore }, degree).notBefore).toBe(notBefore);
  });
});
