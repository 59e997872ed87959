import { describe, expect, it } from 'vitest';
import { type Front, frontFor, planAnywhere, planFor, searchFrontFor, type Wishes, whatIf } from './index.ts';
import {
  costing,
  flagRule,
  lasting,
  NOBODY,
  pack,
  plan,
  route,
  rule,
  sets,
  step,
} from './small-network.fixture.ts';

/** Slow and cheap by an exam in German, quick and dear by a post that somebody else gives. */
const land = pack('aa', 'AA', {
  rules: [
    rule('aa.a', {
      any: [
        { fact: 'person.a', equals: true, cure: ['step.aa.exam'] },
        { fact: 'person.b', equals: true, cure: ['step.aa.post'] },
      ],
    }),
  ],
  languages: ['de'],
  routes: [route('aa.one', 'aa.full', ['aa.a'], { finally: ['step.aa.apply'] })],
  steps: [
    sets('step.aa.exam', 'a', { kind: 'language-test', ...costing(100), ...lasting('P1Y') }),
    sets('step.aa.post', 'b', { kind: 'job', controller: 'selection', ...costing(900), ...lasting('P1M') }),
    step('step.aa.apply', { kind: 'application', ...costing(50), ...lasting('P10D') }),
  ],
});
const other = pack('bb', 'BB', {
  rules: [flagRule('bb.a', 'c', 'step.bb.c')],
  routes: [route('bb.one', 'bb.full', ['bb.a'])],
  steps: [sets('step.bb.c', 'c', { ...costing(40), ...lasting('P2M') })],
});
const target = { route: 'aa.one' } as const;
const told = ({ points }: Front) =>
  points.map(({ cost, time, bestAt }) => [cost.known[0]?.amount, time.finishOn, bestAt.join()]);

describe('the front of a route', () => {
  it('holds the cheap slow plan and the dear quick one, proved', () => {
    const front = frontFor(plan([land]), target);
    expect(told(front)).toEqual([
      [150, '2027-12-02', 'cheapest,balanced'],
      [950, '2027-01-01', 'fastest'],
    ]);
    expect(front.certificate).toMatchObject({
      claim: 'exact',
      hopLimit: 2,
      lowerBounds: { cost: [{ amount: 150, currency: 'EUR' }], days: 40 },
      gap: { cost: [], days: 0 },
      packs: [{ pack: 'aa', version: '2026.01.01' }],
    });
    expect(front.points[0]?.plan).toEqual((planFor(plan([land]), target) as { readonly plan: unknown }).plan);
  });

  it.each([
    ['a budget', { budget: { amount: 200, currency: 'EUR' } }, [150]],
    ['a deadline', { deadline: '2027-06-01' }, [950]],
    ['the very day of a deadline', { deadline: '2027-01-01' }, [950]],
    ['a step refused', { refusedSteps: ['step.aa.exam'] }, [950]],
    ['languages without German', { willLearn: ['en'] }, [950]],
    ['languages with German', { willLearn: ['de'] }, [150, 950]],
    ['no selection', { excludeSelection: true }, [150]],
    ['another country left out', { excludedCountries: ['BB'] }, [150, 950]],
  ])('keeps to %s', (_, wishes, amounts) => {
    expect(told(frontFor(plan([land]), target, wishes)).map(([amount]) => amount)).toEqual(amounts);
  });

  it('lets a post begin on the day she can leave, and everything else before', () => {
    expect(told(frontFor(plan([land]), target, { notBefore: '2027-03-01' }))).toEqual([
      [150, '2027-12-02', 'cheapest,balanced'],
      [950, '2027-04-11', 'fastest'],
    ]);
  });

  it('counts amounts and lengths that she enters as hers', () => {
    const own = { 'step.aa.post': { cost: { amount: 60, currency: 'EUR' }, duration: 'P5D' } };
    const front = frontFor(plan([land]), target, { own });
    expect(told(front)).toEqual([[110, '2026-12-07', 'cheapest,fastest,balanced']]);
    expect(front.points[0]?.plan.steps[0]).toMatchObject({
      step: 'step.aa.post',
      cost: { amount: 60, hers: true, cite: [] },
      duration: { min: 'P5D', hers: true },
    });
  });

  it('takes the share of full time and the time to prepare that she names', () => {
    const cite = [{ source: 'fiction', locator: 'whole page', seen: '2000-01-01', grade: 'A' }] as const;
    const course = { kind: 'training', partTime: { allowed: true, cite }, ...lasting('P1Y') } as const;
    const slow = pack('aa', 'AA', {
      rules: [flagRule('aa.a', 'a', 'step.course'), flagRule('aa.b', 'b', 'step.exam')],
      routes: [route('aa.one', 'aa.full', ['aa.a', 'aa.b'])],
      steps: [sets('step.course', 'a', course), sets('step.exam', 'b', { kind: 'exam' })],
    });
    const finishOf = (wishes: Wishes) => frontFor(plan([slow]), target, wishes).points[0]?.time.finishOn;
    expect(finishOf({})).toBe('2027-11-22');
    expect(finishOf({ share: 0.5 })).toBe('2028-11-22');
    expect(finishOf({ own: { 'step.exam': { study: 'P18M' } } })).toBe('2028-05-22');
    expect(finishOf({ own: { 'step.exam': { study: 'P6M' } } })).toBe('2027-11-22');
  });

  it('converts by the rates beside the original amounts', () => {
    const rates = { into: 'GBP', worth: { EUR: 0.5 }, on: '2026-11-20', source: 'hers' };
    const front = frontFor(plan([land]), target, { rates, budget: { amount: 100, currency: 'GBP' } });
    expect(front.points).toHaveLength(1);
    expect(front.points[0]).toMatchObject({
      cost: { known: [{ amount: 150, currency: 'EUR' }] },
      converted: { currency: 'GBP', amount: 75, upTo: 75, atLeast: false, ratesOn: '2026-11-20' },
    });
  });

  it('names the wish that stands in the way, and the plan that breaks it alone', () => {
    const front = frontFor(plan([land]), target, {
      budget: { amount: 120, currency: 'EUR' },
      willLearn: ['de'],
    });
    expect(front).toMatchObject({ points: [], none: { reason: 'wishes' } });
    expect(
      front.excludedBy.map(({ wish, value, cheapest, fastest }) => [
        wish,
        value.join(' '),
        cheapest?.cost.known[0]?.amount,
        fastest?.time.finishOn,
      ]),
    ).toEqual([
      ['willLearn', 'de', undefined, undefined],
      ['budget', '120 EUR', 150, '2027-01-01'],
    ]);
  });

  it.each([
    ['a budget of nothing', { budget: { amount: 0, currency: 'EUR' } }, 'budget'],
    ['a deadline in the past', { deadline: '2020-01-01' }, 'deadline'],
    ['its own country left out', { excludedCountries: ['AA'] }, 'excludedCountries'],
  ])('with %s is empty and says so', (_, wishes, wish) => {
    const { points, none, excludedBy } = frontFor(plan([land]), target, wishes);
    expect([points.length, none?.reason, excludedBy.map((each) => each.wish)]).toEqual([0, 'wishes', [wish]]);
    expect(excludedBy[0]?.cheapest?.cost.known[0]?.amount).toBe(150);
  });

  it('blames no wish where nothing leads', () => {
    const shut = pack('aa', 'AA', {
      rules: [flagRule('aa.a', 'a')],
      routes: [route('aa.one', 'aa.full', ['aa.a'])],
    });
    expect(frontFor(plan([shut]), target, { deadline: '2020-01-01' })).toMatchObject({
      none: { reason: 'closed', blocking: ['aa.a'] },
      excludedBy: [],
    });
  });

  it('pays on average as often as an exam is failed, and shows the price of one attempt', () => {
    const often = pack('aa', 'AA', {
      ...land,
      steps: land.steps.map((each) =>
        each.step === 'step.aa.exam'
          ? { ...each, passRate: { value: 0.5, population: 'all', year: '2025', cite: [] } }
          : each,
      ),
    });
    const [cheapest] = frontFor(plan([often]), target).points;
    expect(cheapest).toMatchObject({
      cost: { known: [{ amount: 150 }] },
      expected: { known: [{ amount: 250 }], upTo: [{ amount: 250 }] },
    });
  });

  it('comes in pieces that end with the answer', () => {
    const search = searchFrontFor(plan([land]), target);
    const pieces: number[] = [];
    for (;;) {
      const { done, value } = search.next();
      if (done === true) {
        expect(value).toEqual(frontFor(plan([land]), target));
        break;
      }
      pieces.push(value.points.length);
    }
    expect(pieces).toEqual(pieces.toSorted((a, b) => a - b));
  });
});

describe('plans to any jurisdiction', () => {
  it('are one front over all targets', () => {
    const anywhere = planAnywhere(plan([land, other]));
    expect(anywhere.points.map(({ plan: each }) => each.target.route)).toEqual(['bb.one', 'aa.one']);
    expect(anywhere.targets.map(({ route: id, outcome }) => [id, outcome])).toEqual([
      ['aa.one', 'solved'],
      ['bb.one', 'solved'],
    ]);
    expect(planAnywhere(plan([land, other]), { excludedCountries: ['BB'] }).targets[1]).toMatchObject({
      outcome: 'excluded',
    });
  });

  it('do not look at a target whose bound is no better', () => {
    const worse = pack('cc', 'CC', {
      rules: [flagRule('cc.a', 'd', 'step.cc.d')],
      routes: [route('cc.one', 'cc.full', ['cc.a'])],
      steps: [sets('step.cc.d', 'd', { ...costing(9_000), ...lasting('P9Y') })],
    });
    expect(planAnywhere(plan([land, other, worse])).targets[2]).toMatchObject({ outcome: 'dominated' });
  });
});

describe('what if', () => {
  it('a step were done: the routes that come nearer, before the others', () => {
    const { routes, refused } = whatIf(plan([land, other]), {
      steps: [{ step: 'step.bb.c' }, { step: 'step.nix' }, { step: 'step.aa.exam', on: 'soon' }],
    });
    expect(routes.map(({ route: id, change, after }) => [id, change, after.status])).toEqual([
      ['bb.one', 'better', 'open'],
      ['aa.one', 'same', 'withSteps'],
    ]);
    expect(refused).toEqual([
      { step: 'step.nix', reason: 'unknownStep' },
      { step: 'step.aa.exam', reason: 'badDay' },
    ]);
  });

  it('a fact were another: what is lost is said', () => {
    const done = { ...NOBODY, person: { ...(NOBODY['person'] as object), c: true } } as typeof NOBODY;
    expect(whatIf(plan([other], done), { dossier: NOBODY }).routes[0]).toMatchObject({
      change: 'worse',
      before: { status: 'open' },
      after: { status: 'withSteps' },
    });
  });
});
