import { describe, expect, it } from 'vitest';
import type { Node, Pack, Route, Step } from '../../recognition/index.ts';
import { frontFor, type Plan, planFor } from '../index.ts';
import {
  FLAGS,
  flagRule,
  lasting,
  NOBODY,
  pack,
  plan,
  route,
  rule,
  sets,
  step,
} from '../small-network.fixture.ts';
import { sayAdvice } from './say-schedule.ts';
import type { Advice } from './schedule-input.ts';

const CITE = [{ source: 'fiction', locator: 'whole page', seen: '2000-01-01', grade: 'A' }] as const;

const newer = (kind: string, period: string, inclusive: boolean): Node => ({
  some: {
    list: 'papers',
    where: {
      all: [
        { fact: 'its.kind', equals: kind },
        {
          withinPeriod: {
            from: { fact: 'its.issuedOn' },
            to: { fact: 'application.on' },
            period,
            rounding: 'clamp',
            inclusive,
          },
        },
      ],
    },
  },
});
const brings = (id: string, kind: string, more: Partial<Step> = {}): Step =>
  step(id, { effects: [{ list: 'papers', entry: { kind, issuedOn: 'stepDay' } }], ...more });

/** A paper that a rule wants to be new, beside two years of training, then an application of six months. */
function land(
  more: Partial<Route> = {},
  steps: readonly Step[] = [],
  when = newer('paper', 'P3M', true),
): Pack {
  const own = [
    brings('step.paper', 'paper'),
    sets('step.training', 'b', { kind: 'training', ...lasting('P2Y') }),
    step('step.apply', { kind: 'application', ...lasting('P6M') }),
  ];
  const ids = new Set(steps.map((each) => each.step));
  return pack('aa', 'AA', {
    rules: [rule('aa.new', { cure: ['step.paper'], ...when }), flagRule('aa.b', 'b', 'step.training')],
    routes: [route('aa.one', 'aa.full', ['aa.new', 'aa.b'], { finally: ['step.apply'], ...more })],
    steps: [...own.filter((each) => !ids.has(each.step)), ...steps],
  });
}

function planOf(...packs: readonly Pack[]): Plan {
  const answer = planFor(plan(packs), { route: 'aa.one' });
  if (answer.state === 'none') throw new Error(answer.reason);
  return answer.plan;
}
const doneOn = (found: Plan, key: string): string | undefined =>
  found.steps.find((each) => each.key === key)?.schedule.doneOn;

describe('a plan keeps what the rules say of time', () => {
  it('a paper of three months is asked for three months before the application at the earliest', () => {
    const found = planOf(land());
    expect(found.steps.find(({ key }) => key === 'step.paper')?.schedule.earliestFinish).toBe('2028-08-22');
    expect(found.applicationOn).toBe('2028-11-22');
    expect(found.advice).toContainEqual({
      step: 'step.paper',
      kind: 'notBefore',
      act: 'take',
      day: '2028-08-22',
      because: { reason: 'lapses', before: '#application', moment: 'submission' },
    });
  });

  it('where the last day no longer counts, a day later', () => {
    const found = planOf(land({}, [], newer('paper', 'P3M', false)));
    expect(found.steps.find(({ key }) => key === 'step.paper')?.schedule.earliestFinish).toBe('2028-08-23');
  });

  it('cannot be when the paper must still count at a decision that takes longer than it counts', () => {
    const until = (period: string) =>
      planFor(
        plan([
          land(
            { mustBeValid: [{ rule: 'aa.new', until: 'decision', cite: CITE }] },
            [],
            newer('paper', period, true),
          ),
        ]),
        { route: 'aa.one' },
      ).state;
    expect(until('P3M')).toBe('none');
    expect(until('P6M')).toBe('planned');
  });

  it('a result that its own step says lapses must count on the day of the application', () => {
    const exam = sets('step.exam', 'c', {
      kind: 'exam',
      validFor: { period: 'P1Y', cite: CITE },
    });
    const world = land({ requirements: ['aa.new', 'aa.b', 'aa.c'] }, [exam]);
    const found = planOf({ ...world, rules: [...world.rules, flagRule('aa.c', 'c', 'step.exam')] });
    expect(found.steps.find(({ key }) => key === 'step.exam')?.schedule.earliestFinish).toBe('2027-11-22');
  });

  it('an exam is sat in its months, an application goes in in its season', () => {
    const exam = brings('step.paper', 'paper', { kind: 'exam', sittings: { months: [6], cite: CITE } });
    const apply = step('step.apply', {
      kind: 'application',
      season: { opens: '07-10', closes: '07-20', cite: CITE },
    });
    const found = planOf(land({}, [exam, apply]));
    // Two years of training end in November 2028: the next season but one exam.
    expect(found.applicationOn).toBe('2029-07-10');
    expect(doneOn(found, 'step.paper')).toBe('2029-06-30');
    expect(found.time.finishOn).toBe('2029-07-10');
  });

  it('leaves alternatives open: a window of one of them does not bind what also meets the other', () => {
    const either: Node = {
      any: [
        newer('paper', 'P3M', true),
        { some: { list: 'papers', where: { fact: 'its.kind', equals: 'paper' } } },
      ],
    };
    const found = planOf(land({}, [], either));
    expect(found.steps.find(({ key }) => key === 'step.paper')?.schedule.earliestFinish).toBe('2026-11-22');
  });

  it('an alternative that nothing brings about does not count', () => {
    const either: Node = { any: [newer('paper', 'P3M', true), newer('standing', 'P9Y', true)] };
    const found = planOf(land({}, [], either));
    expect(found.steps.find(({ key }) => key === 'step.paper')?.schedule.earliestFinish).toBe('2028-08-22');
  });

  it('two programmes of training come one after the other', () => {
    const second = sets('step.second', 'c', { kind: 'training', ...lasting('P1Y') });
    const world = land({ requirements: ['aa.b', 'aa.c'], finally: [] }, [second]);
    const found = planOf({ ...world, rules: [...world.rules, flagRule('aa.c', 'c', 'step.second')] });
    expect(found.time.finishOn).toBe('2029-11-22');
  });

  it('says what failing the exam once costs: the wait, and its price again', () => {
    const exam = brings('step.paper', 'paper', {
      kind: 'exam',
      retakeAfter: { period: 'P4M', cite: CITE },
      cost: { amount: 240, currency: 'GBP', asOf: '2026', cite: CITE },
    });
    const found = planOf(land({ requirements: ['aa.new'] }, [exam]));
    expect(found.contingencies).toEqual([
      {
        step: 'step.paper',
        failedOn: '2026-11-22',
        canResit: true,
        resitOn: '2027-03-22',
        finishOn: '2027-09-22',
        addedDays: 123,
        atLeast: false,
        repeats: [],
        addedCost: { known: [{ amount: 240, currency: 'GBP' }], unknownParts: [] },
      },
    ]);
  });
});

it('an advice reads as a sentence', () => {
  const advice: Advice = {
    step: 'ielts',
    kind: 'notBefore',
    act: 'take',
    day: 20_880 as Advice['day'],
    because: { reason: 'lapses', before: '#application', moment: 'submission' },
  };
  expect(sayAdvice(advice, () => 'IELTS')).toBe(
    'take IELTS after 2 March 2027, or it lapses before you apply',
  );
});

describe('a paper in hand', () => {
  const holder = (issuedOn: string) => ({
    ...NOBODY,
    papers: { complete: true, entries: [{ id: 'own', kind: 'paper', issuedOn }] },
  });
  const planOfHolder = (issuedOn: string, when: string) => {
    const training = sets('step.training', 'b', { kind: 'training', ...lasting(when) });
    const planning = plan([land({}, [training])], holder(issuedOn));
    const answer = planFor(planning, { route: 'aa.one' });
    if (answer.state === 'none') throw new Error(answer.reason);
    const front = frontFor(planning, { route: 'aa.one' });
    expect(front.points.map((point) => point.plan)).toEqual([answer.plan]);
    expect(front.certificate.claim).toBe('exact');
    return answer.plan;
  };

  it('that lapses before she applies is asked for again, in time', () => {
    const found = planOfHolder('2026-11-20', 'P2Y');
    expect(found.applicationOn).toBe('2028-11-22');
    const again = doneOn(found, 'step.paper') ?? '';
    expect(again >= '2028-08-22' && again <= '2028-11-22').toBe(true);
  });

  it.each([
    ['counts on its last day', '2026-11-20', 'P90D', undefined],
    ['does not count a day later', '2026-11-20', 'P91D', '2026-11-22'],
  ])('%s', (_, issuedOn, length, again) => {
    expect(doneOn(planOfHolder(issuedOn, length), 'step.paper')).toBe(again);
  });
});

describe('more exams than can be put in order at once', () => {
  const network = (count: number): Pack => {
    const taken = FLAGS.slice(0, count);
    return pack('aa', 'AA', {
      rules: taken.map((flag) => flagRule(`aa.${flag}`, flag, `step.${flag}`)),
      routes: [
        route(
          'aa.one',
          'aa.full',
          taken.map((flag) => `aa.${flag}`),
          { finally: ['step.apply'] },
        ),
      ],
      steps: [
        ...taken.map((flag, index) =>
          sets(`step.${flag}`, flag, {
            kind: 'exam',
            study: { min: `P${20 + index}D`, cite: CITE },
            sittings: { months: [1 + (index % 6), 7 + (index % 6)], cite: CITE },
          }),
        ),
        step('step.apply', { kind: 'application' }),
      ],
    });
  };

  it.each([
    [3, 'exact', 'cheapest'],
    [8, 'gap', 'bestFound'],
  ] as const)('of %i the claim is %s', (count, claim, proof) => {
    const planning = plan([network(count)]);
    const front = frontFor(planning, { route: 'aa.one' });
    expect(front.certificate.claim).toBe(claim);
    expect(front.points).toHaveLength(1);
    const answer = planFor(planning, { route: 'aa.one' });
    expect(answer.state === 'none' ? undefined : answer.proof.claim.replace('lowestKnown', 'cheapest')).toBe(
      proof,
    );
    expect(front.certificate.lowerBounds.days).toBeLessThanOrEqual(front.points[0]?.time.days ?? 0);
  });
});
