import { describe, expect, it } from 'vitest';
import { ending, plannedStep, planOf, UNKNOWN } from './plan.fixture.ts';
import { chartPlan, laneOf, type Strip, validUntil } from './plan-lanes.ts';

const stripsOf = (plan: Parameters<typeof chartPlan>[0]): ReadonlyMap<string, Strip> =>
  new Map(chartPlan(plan).lanes.flatMap(({ strips }) => strips.map((strip) => [strip.step.key, strip])));

describe('the lanes of a plan', () => {
  it('stand in one order, each with its steps in the order of the plan, and none empty', () => {
    const plan = planOf(
      [
        plannedStep('apply', { kind: 'application' }),
        plannedStep('paper', { kind: 'document' }),
        plannedStep('exam', { kind: 'exam' }),
        plannedStep('english', { kind: 'language-test' }),
      ],
      ending('2027-01-11', 10),
    );
    expect(
      chartPlan(plan).lanes.map(({ lane, strips }) => [lane, strips.map(({ step }) => step.key)]),
    ).toEqual([
      ['exams', ['exam', 'english']],
      ['papers', ['paper']],
      ['decisions', ['apply']],
    ]);
  });

  it('number each step by its place in the plan, not in its lane', () => {
    const plan = planOf(
      [plannedStep('paper', { kind: 'document' }), plannedStep('exam')],
      ending('2027-01-11', 10),
    );
    expect([...stripsOf(plan)].map(([key, { number }]) => [key, number])).toEqual([
      ['exam', 2],
      ['paper', 1],
    ]);
    expect(laneOf({ kind: 'job' })).toBe('practice');
  });
});

describe('a strip', () => {
  it('is as long as its step where all is known', () => {
    const plan = planOf(
      [
        plannedStep('first'),
        plannedStep('second', {
          schedule: {
            startOn: '2027-01-11',
            doneOn: '2027-01-21',
            earliestStart: '2027-01-11',
            latestFinish: '2027-01-21',
          },
        }),
      ],
      ending('2027-01-21', 20),
    );
    const strips = stripsOf(plan);
    expect(strips.get('first')?.bar).toEqual({ from: 0, to: 50 });
    expect(strips.get('second')?.bar).toEqual({ from: 50, to: 100 });
    expect(strips.get('first')?.slack).toBeUndefined();
    expect(chartPlan(plan).openFrom).toBe(100);
  });

  it('shows until when its step can wait', () => {
    const plan = planOf(
      [plannedStep('exam', { schedule: { latestFinish: '2027-01-21' } })],
      ending('2027-01-21', 20),
    );
    expect(stripsOf(plan).get('exam')?.slack).toEqual({ from: 0, to: 100 });
  });

  it('of unknown length is open, never a bar', () => {
    const plan = planOf(
      [
        plannedStep('unknown', { duration: UNKNOWN, schedule: { doneOn: '2027-01-01' } }),
        plannedStep('known', { schedule: { doneOn: '2027-01-11' } }),
      ],
      ending('2027-01-11', 10, true),
    );
    const strip = stripsOf(plan).get('unknown');
    expect(strip?.bar).toBeUndefined();
    expect(strip?.open?.to).toBeGreaterThan(strip?.open?.from ?? 0);
  });

  it('of unknown length at the end stands beyond the months, in the order of the steps', () => {
    const end = { doneOn: '2027-01-11', startOn: '2027-01-11' };
    const plan = planOf(
      [
        plannedStep('known'),
        plannedStep('apply', { duration: UNKNOWN, after: ['known'], schedule: end }),
        plannedStep('decide', { duration: UNKNOWN, after: ['apply'], schedule: end }),
        plannedStep('beside', { duration: UNKNOWN, after: ['known'], schedule: end }),
      ],
      ending('2027-01-11', 10, true),
    );
    const { openFrom } = chartPlan(plan);
    const strips = stripsOf(plan);
    const openOf = (key: string) => strips.get(key)?.open;
    expect(openFrom).toBeLessThan(100);
    expect(strips.get('known')?.bar).toEqual({ from: 0, to: openFrom });
    expect(openOf('apply')?.from).toBe(openFrom);
    expect(openOf('beside')).toEqual(openOf('apply'));
    expect(openOf('decide')).toEqual({ from: openOf('apply')?.to, to: 100 });
    expect(strips.get('decide')?.slack).toEqual({ from: 0, to: openFrom });
  });

  it('has no slack where it cannot begin before the day that is shown', () => {
    const only = { earliestStart: '2027-01-11', startOn: '2027-01-11', doneOn: '2027-01-11' };
    const plan = planOf(
      [
        plannedStep('known'),
        plannedStep('apply', { duration: UNKNOWN, after: ['known'], schedule: only }),
        plannedStep('decide', { duration: UNKNOWN, after: ['apply'], schedule: only }),
      ],
      ending('2027-01-11', 10, true),
    );
    expect([...stripsOf(plan).values()].map(({ slack }) => slack)).toEqual([undefined, undefined, undefined]);
  });

  it('has no scale of months where no length is known', () => {
    const at = { earliestStart: '2027-01-01', startOn: '2027-01-01', doneOn: '2027-01-01' };
    const plan = planOf(
      [
        plannedStep('a', { duration: UNKNOWN, schedule: at }),
        plannedStep('b', { duration: UNKNOWN, after: ['a'], schedule: at }),
      ],
      ending('2027-01-01', 0, true),
    );
    const chart = chartPlan(plan);
    expect(chart.openFrom).toBe(0);
    expect(chart.ticks).toEqual([]);
    expect([...stripsOf(plan).values()].map(({ open }) => open)).toEqual([
      { from: 0, to: 50 },
      { from: 50, to: 100 },
    ]);
  });
});

describe('the validity of a result', () => {
  const validFor = { period: 'P10D', cite: [] };
  const planWith = (finishOn: string, days: number) =>
    planOf([plannedStep('exam', { validFor })], ending(finishOn, days));

  it('is counted from the day on which the plan has it', () => {
    expect(validUntil(plannedStep('exam', { validFor }))).toBe('2027-01-21');
    expect(validUntil(plannedStep('exam'))).toBeUndefined();
  });

  it.each([
    ['a day after it lapses', '2027-01-22', 21, true],
    ['on its last day', '2027-01-21', 20, false],
    ['before that', '2027-01-20', 19, false],
  ])('when the plan ends %s: lapses %s', (_name, finishOn, days, lapses) => {
    expect(stripsOf(planWith(finishOn, days)).get('exam')?.validity?.lapses).toBe(lapses);
  });

  it('is not said to lapse where its day is a lower bound', () => {
    const plan = planOf(
      [plannedStep('exam', { validFor, schedule: { unknownBefore: 1 } })],
      ending('2027-03-01', 59, true),
    );
    expect(stripsOf(plan).get('exam')?.validity).toMatchObject({ lapses: false, to: 100 });
  });
});

describe('the axis', () => {
  it.each([
    [60, '2027-03-02'],
    [400, '2028-02-05'],
    [1500, '2031-02-09'],
    [5000, '2040-09-09'],
  ])('of %d days has a few first days of months, in order, within the plan', (days, finishOn) => {
    const { ticks } = chartPlan(planOf([plannedStep('exam')], ending(finishOn, days)));
    expect(ticks.length).toBeGreaterThan(0);
    expect(ticks.length).toBeLessThanOrEqual(6);
    expect(ticks.every(({ on }) => on.endsWith('-01') && on > '2027-01-01' && on <= finishOn)).toBe(true);
    expect(ticks.map(({ at }) => at)).toEqual(ticks.map(({ at }) => at).sort((a, b) => a - b));
  });
});
