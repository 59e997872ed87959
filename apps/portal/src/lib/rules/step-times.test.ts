import type { Step } from '@testamur/engines/recognition';
import { describe, expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import { viewStepTimes } from './step-times.ts';

const cite = [] as const;
const bare: Step = {
  ...{ step: 'step.xx.exam', title: 'Exam', text: 'An exam.', kind: 'exam', controller: 'self' },
  ...{ requires: [], effects: [], cite: [] },
};
const said = (part: Partial<Step>) =>
  viewStepTimes({ ...bare, ...part }, [], english).facts.flatMap(({ sentences }) => sentences);

describe('when a step can be taken', () => {
  it('is not told where nothing is established', () => expect(said({})).toEqual([]));

  it.each<readonly [string, Partial<Step>, readonly string[]]>([
    ['all the year', { sittings: { continuous: true, cite } }, ['All the year round.']],
    [
      'in months',
      { sittings: { months: [2, [10, 11]], cite } },
      ['Every year in February and October or November; the days are published for each year.'],
    ],
    [
      'a count alone, which is no calendar',
      { sittings: { perYear: 4, cite } },
      ['4 times a year; the days are not established.'],
    ],
    [
      'days, after which nothing is known',
      { sittings: { dates: [{ on: '2027-02-04' }], cite } },
      ['Later days are not known to us yet.'],
    ],
    [
      'a season',
      { season: { opens: '09-04', closes: '02-29', cite } },
      ['Every year from 4 September to 29 February.'],
    ],
    [
      'waits',
      { retakeAfter: { period: 'P16D', later: [{ from: 4, period: 'P6M' }], cite } },
      ['Wait 16 days.', 'Before attempt 4 and later ones, wait 6 months.'],
    ],
    ['attempts in all', { attempts: { most: 4, cite } }, ['4 attempts at most.']],
    [
      'attempts in a year',
      { attempts: { most: 1, within: 'P12M', cite } },
      ['1 attempt at most within 12 months.'],
    ],
    [
      'who passes',
      { passRate: { value: 0.675, population: 'first attempts', year: '2024', cite } },
      ['67.5% of first attempts, 2024.'],
    ],
    [
      'a preparation of no known length',
      { study: { cite } },
      ['It has to be prepared; for how long is not established.'],
    ],
    ['no part-time', { partTime: { allowed: false, cite } }, ['Not allowed.']],
    ['half time', { partTime: { allowed: true, least: 0.5, cite } }, ['Allowed, from 50% of full time.']],
  ])('%s', (_name, part, sentences) => expect(said(part)).toEqual(sentences));

  it('keeps published days as days, with the last day to sign up', () => {
    const dates = [{ on: '2027-02-04', registerBy: '2026-12-17' }];
    expect(viewStepTimes({ ...bare, sittings: { dates, cite } }, [], english).days).toEqual(dates);
  });
});
