import type { Plan, PlannedStep } from '@testamur/engines/planner';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import { writePlanCalendar } from './plan-calendar.ts';
import { daysOfPlan } from './plan-days.ts';

const cite = [{ source: 'act', locator: 'section 5(2)', seen: '2026-03-31', grade: 'A' as const }];
type Change = Partial<PlannedStep> & { readonly days?: Partial<PlannedStep['schedule']> };

const stepOf = ({ days, ...change }: Change): PlannedStep => ({
  ...{ key: 'step.xa.exam', step: 'step.xa.exam', pack: 'xa', title: 'Exam', text: 'Two papers.' },
  ...{ kind: 'exam', controller: 'self', cost: { known: false }, duration: { known: false } },
  ...{ after: [], effects: [], unlocks: { rules: [], steps: [], routes: [] }, cite },
  schedule: {
    ...{ earliestStart: '2026-11-22', earliestFinish: '2027-02-22', latestStart: '2026-12-01' },
    ...{ latestFinish: '2027-03-01', doneOn: '2027-03-01', critical: true, unknownBefore: 0, ...days },
  },
  ...change,
});

const planOf = (step: Change, atLeast = false): Plan => ({
  schema: 'testamur/plan/1',
  target: { pack: 'xa', route: 'xa.full', title: 'Full licence', grants: 'full', independent: true },
  ...{ on: '2026-11-22', steps: [stepOf(step)], applicationOn: '2027-03-01' },
  cost: { known: [], unknownParts: [], upTo: [], atLeast: false },
  time: { days: 130, finishOn: '2027-04-01', atLeast, unknownParts: [] },
  ...{ ifSelected: false, authorityDecides: [], via: [], assumes: [], questions: [] },
  assumesLawUnchangedSince: '2026-11-22',
});

const shown = (plan: Plan) => daysOfPlan(plan).map(({ kind, on }) => `${on} ${kind}`);

describe('the days of a plan', () => {
  it.each<[string, Plan, readonly string[]]>([
    [
      'are the latest start, the end of each step, the application and the licence',
      planOf({}),
      ['2026-12-01 begin', '2027-03-01 done', '2027-03-01 apply', '2027-04-01 end'],
    ],
    [
      'hold the day on which a result may lapse',
      planOf({ validFor: { period: 'P1Y', cite: [] }, days: { doneOn: '2027-03-01' } }),
      ['2026-12-01 begin', '2027-03-01 done', '2027-03-01 apply', '2027-04-01 end', '2028-03-01 lapse'],
    ],
    [
      'after an unknown duration are lower bounds, and nothing is said of a latest start or a lapse',
      planOf({ validFor: { period: 'P1Y', cite: [] }, days: { unknownBefore: 1 } }, true),
      ['2027-03-01 notBefore', '2027-04-01 endNotBefore'],
    ],
    [
      'say nothing of a latest start where the end is a lower bound',
      planOf({}, true),
      ['2027-03-01 done', '2027-04-01 endNotBefore'],
    ],
    [
      'leave out the day of the plan and a start that is the end',
      planOf({ days: { latestStart: '2026-11-22', doneOn: '2026-11-22' } }),
      ['2027-03-01 apply', '2027-04-01 end'],
    ],
  ])('%s', (_name, plan, days) => {
    expect(shown(plan)).toEqual(days);
  });

  it('hold the days that the plan advises: to register, to begin in the season, not to be too early', () => {
    const advised = { step: 'step.xa.exam', kind: 'notAfter', act: 'begin' } as const;
    const plan: Plan = {
      ...planOf({}),
      advice: [
        {
          ...advised,
          act: 'register',
          day: '2027-01-15',
          because: { reason: 'sitting', sitting: '2027-03-01' },
        },
        { ...advised, day: '2027-02-01', because: { reason: 'seasonCloses' } },
        {
          ...{ ...advised, kind: 'notBefore', act: 'take', day: '2027-01-02' },
          because: { reason: 'lapses', before: 'step.xa.apply', moment: 'submission' },
        },
        // The latest start is in the calendar already.
        { ...advised, day: '2026-12-02', because: { reason: 'end' } },
        { ...advised, step: 'step.xa.other', day: '2026-12-03', because: { reason: 'seasonCloses' } },
      ],
    };
    expect(shown(plan).filter((day) => !shown(planOf({})).includes(day))).toEqual([
      '2027-01-02 from',
      '2027-01-15 register',
      '2027-02-01 season',
    ]);
  });

  it('lapse at the end of February where there is no 29th', () => {
    const plan = planOf({ validFor: { period: 'P1Y', cite: [] }, days: { doneOn: '2028-02-29' } });
    expect(shown(plan)).toContain('2029-02-28 lapse');
  });
});

describe('the calendar of a plan', () => {
  const write = (plan: Plan, writtenAt = 0) =>
    writePlanCalendar({
      ...{ plan, authority: 'Alpha', language: english, writtenAt },
      sourceOf: (source, written) =>
        source === 'act' && written === 'step.xa.exam'
          ? {
              ...{ source, title: 'Medical Act', publisher: 'Parliament', lang: 'en', grade: 'A' },
              url: 'https://law.example/act',
            }
          : undefined,
    });
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));

  it('says what is to be done, where that was read, and of which day the law is', () => {
    const [begin] = events(write(planOf({})));
    expect(begin?.summary).toBe('Begin at the latest today: Exam');
    expect(begin?.startDate.toString()).toBe('2026-12-01');
    for (const text of [
      'Two papers.',
      'Medical Act, Parliament, section 5(2), https://law.example/act.',
      'Read in the copy of 31 March 2026.',
      'the law of 22 November 2026',
    ])
      expect(begin?.description).toContain(text);
    expect(String(begin?.component.getFirstPropertyValue('url'))).toBe('https://law.example/act');
  });

  it('has the same ids when days move, and different ones within a file', () => {
    const ids = (plan: Plan, at: number) => events(write(plan, at)).map(({ uid }) => uid);
    const first = ids(planOf({}), 0);
    expect(new Set(first).size).toBe(first.length);
    expect(ids(planOf({ days: { latestStart: '2026-12-24' } }), 86_400_000)).toEqual(first);
  });

  it('tells that a day is only a lower bound', () => {
    const [bound] = events(write(planOf({ days: { unknownBefore: 2 } }, true)));
    expect(bound?.summary).toBe('Not done before today: Exam');
    expect(bound?.description).toContain('not established');
  });
});
