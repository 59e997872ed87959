import type { FrontCertificate } from '@testamur/engines/planner';
import type { Step } from '@testamur/engines/recognition';
import { describe, expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import { type Advice, isPressing, sayAdvice } from './advice-words.ts';
import { sayCertificate } from './certificate-words.ts';
import { type Contingency, sayAddedCost, sayAddedTime, sayResit } from './contingency-words.ts';
import { sayStepTime } from './step-time-words.ts';

const titleOf = (key: string): string => `the ${key}`;

describe('advice in words', () => {
  it.each<[string, Omit<Advice, 'step'>]>([
    [
      'Do it after 1 March 2027, or it lapses before you apply.',
      {
        kind: 'notBefore',
        act: 'take',
        day: '2027-03-02',
        because: { reason: 'lapses', before: '#application', moment: 'submission' },
      },
    ],
    [
      'Do it after 28 February 2027, or it lapses before “the visa”.',
      {
        kind: 'notBefore',
        act: 'take',
        day: '2027-03-01',
        because: { reason: 'lapses', before: 'visa', moment: 'use' },
      },
    ],
    [
      'Register by 2 March 2027, for the sitting of 1 May 2027.',
      {
        kind: 'notAfter',
        act: 'register',
        day: '2027-03-02',
        because: { reason: 'sitting', sitting: '2027-05-01' },
      },
    ],
    [
      'Begin by 2 March 2027, when the season closes.',
      { kind: 'notAfter', act: 'begin', day: '2027-03-02', because: { reason: 'seasonCloses' } },
    ],
    [
      'Do it by 2 March 2027, or it holds up “the exam”.',
      { kind: 'notAfter', act: 'take', day: '2027-03-02', because: { reason: 'holdsUp', step: 'exam' } },
    ],
    [
      'Do it by 2 March 2027, or it holds up your application.',
      {
        kind: 'notAfter',
        act: 'take',
        day: '2027-03-02',
        because: { reason: 'holdsUp', step: '#application' },
      },
    ],
    [
      'Do it by 2 March 2027, or everything ends later.',
      { kind: 'notAfter', act: 'take', day: '2027-03-02', because: { reason: 'end' } },
    ],
    [
      'Do it by 2 March 2027, as you asked.',
      { kind: 'notAfter', act: 'take', day: '2027-03-02', because: { reason: 'wish' } },
    ],
  ])('reads “%s”', (words, advice) => {
    expect(sayAdvice({ step: 'english', ...advice }, titleOf, english)).toBe(words);
  });

  it('is pressing where something is lost, not where there is only slack', () => {
    const advice = (because: Advice['because']): Advice => ({
      step: 'a',
      kind: 'notAfter',
      act: 'take',
      day: '2027-01-01',
      because,
    });
    expect(isPressing(advice({ reason: 'seasonCloses' }))).toBe(true);
    expect(isPressing(advice({ reason: 'end' }))).toBe(false);
  });
});

describe('what a failure costs', () => {
  type Resit = Extract<Contingency, { readonly canResit: true }>;
  const resit = (change: Partial<Resit>): Resit => ({
    step: 'exam',
    failedOn: '2027-01-01',
    canResit: true,
    resitOn: '2027-05-01',
    finishOn: '2027-09-01',
    addedDays: 122,
    atLeast: false,
    repeats: [],
    addedCost: { known: [{ amount: 240, currency: 'GBP' }], unknownParts: [] },
    ...change,
  });

  it.each<[string, Partial<Resit>]>([
    ['+ about 4 months', {}],
    ['+ at least about 4 months', { atLeast: true }],
    ['no later', { addedDays: 0 }],
    ['not established', { addedDays: 0, atLeast: true }],
  ])('in time: “%s”', (words, change) => {
    expect(sayAddedTime(resit(change), english)).toBe(words);
  });

  it.each<[string, Resit['addedCost']]>([
    ['+ GBP 240', { known: [{ amount: 240, currency: 'GBP' }], unknownParts: [] }],
    ['+ at least GBP 240', { known: [{ amount: 240, currency: 'GBP' }], unknownParts: ['a'] }],
    ['not established', { known: [], unknownParts: ['a'] }],
    ['no known fee', { known: [], unknownParts: [] }],
  ])('in money: “%s”', (words, addedCost) => {
    expect(sayAddedCost(resit({ addedCost }), english)).toBe(words);
  });
});

describe('the resit', () => {
  const days = {
    step: 'exam',
    canResit: true,
    addedDays: 0,
    repeats: [],
    addedCost: { known: [], unknownParts: [] },
  } as const;
  it.each([
    ['Resit from 1 May 2027; the end moves to 1 September 2027.', '2027-05-01', false, false],
    ['Resit not before 1 May 2027; the end is not before 1 September 2027.', '2027-05-01', true, false],
    ['Resit not before 1 May 2027; the end is not before 1 September 2027.', '2027-05-01', false, true],
    [
      'How soon you can sit it again is not established; the end is not before 1 September 2027.',
      '2027-01-02',
      true,
      false,
    ],
    ['Resit from 2 January 2027; the end moves to 1 September 2027.', '2027-01-02', false, false],
  ])('reads “%s”', (words, resitOn, atLeast, isPlanOpen) => {
    const contingency = { ...days, failedOn: '2027-01-01', resitOn, finishOn: '2027-09-01', atLeast };
    expect(sayResit(contingency, { atLeast: isPlanOpen }, english)).toBe(words);
  });
});

describe('the certificate in words', () => {
  const certificate = (change: Partial<FrontCertificate>): FrontCertificate => ({
    claim: 'exact',
    lowerBounds: { cost: [{ amount: 900, currency: 'EUR' }], days: 30 },
    gap: { cost: [], days: 0 },
    hopLimit: 2,
    packs: [],
    questions: [],
    explored: { chains: 0, chainsPruned: 0, branches: 0, tried: 0 },
    ...change,
  });
  const settled = [{ undetermined: false }];

  it.each<[string, Partial<FrontCertificate>]>([
    ['No cheaper or faster way within 2 licences on the way. This is proved, not guessed.', {}],
    ['No cheaper or faster way within one licence on the way. This is proved, not guessed.', { hopLimit: 1 }],
    [
      'No cheaper or faster way without another licence on the way. This is proved, not guessed.',
      { hopLimit: 0 },
    ],
    [
      'The search reached its limit. Within 2 licences on the way, no way costs less than EUR 900 or takes less than 30 days; a better one than these may exist.',
      { claim: 'gap', gap: { cost: [], days: 5 } },
    ],
    [
      'The search reached its limit. Within 2 licences on the way, no way takes less than 30 days; a better one than these may exist.',
      { claim: 'gap', gap: { cost: [], days: 5 }, lowerBounds: { cost: [], days: 30 } },
    ],
    [
      'The search reached its limit. Within 2 licences on the way, nothing is cheaper than the cheapest or faster than the fastest of these; ways between them may be missing.',
      { claim: 'gap' },
    ],
  ])('reads “%s”', (words, change) => {
    expect(sayCertificate(certificate(change), settled, english)).toBe(words);
  });

  it('does not call the cheapest proved where a price that nobody has established decides', () => {
    const words = sayCertificate(certificate({}), [...settled, { undetermined: true }], english);
    expect(words).toContain('rests on prices that nobody has established');
    expect(words).not.toContain('No cheaper');
  });
});

describe('when a step can be taken, in words', () => {
  const cite: Step['cite'] = [];
  it.each<[string, Partial<Step>, string]>([
    [
      '1 May 2027 (register by 1 March 2027) and 1 June 2027',
      {
        sittings: {
          dates: [{ on: '2026-12-31' }, { on: '2027-05-01', registerBy: '2027-03-01' }, { on: '2027-06-01' }],
          cite,
        },
      },
      'a past sitting is left out',
    ],
    ['in March and October to November', { sittings: { months: [3, [10, 11]], cite } }, 'months'],
    ['4 times a year, days not established', { sittings: { perYear: 4, cite } }, 'a count is no calendar'],
    ['all the year round', { sittings: { continuous: true, cite } }, 'at any time'],
    [
      '1 September to 29 February, each year',
      { season: { opens: '09-01', closes: '02-29', cite } },
      'a season',
    ],
    ['3 attempts at most', { attempts: { most: 3, cite } }, 'attempts'],
    [
      '3 attempts at most within 7 years',
      { attempts: { most: 3, within: 'P7Y', cite } },
      'attempts within a time',
    ],
    [
      '68.5% of first attempts, 2025',
      { passRate: { value: 0.685, population: 'first attempts', year: '2025', cite } },
      'of whom and when',
    ],
  ])('reads “%s” (%s)', (words, change) => {
    expect(sayStepTime(change as Step, english, '2027-01-01').map(({ text }) => text)).toEqual([words]);
  });

  it('says nothing where nothing is established', () => {
    expect(sayStepTime({} as Step, english, '2027-01-01')).toEqual([]);
  });
});
