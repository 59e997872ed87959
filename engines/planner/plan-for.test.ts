import { describe, expect, it } from 'vitest';
import type { Dossier, Node, Pack } from '../recognition/index.ts';
import { earliestEverywhere, type Plan, type PlanAnswer, planFor, simulatePlan } from './index.ts';
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

const planned = (answer: PlanAnswer): Plan => {
  if (answer.state === 'none') throw new Error(`No plan: ${answer.reason} ${answer.blocking.join()}`);
  return answer.plan;
};
const keysOf = (answer: PlanAnswer): readonly string[] => planned(answer).steps.map(({ key }) => key);
const isNewer = (kind: string, period: string): Node => ({
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
            inclusive: true,
          },
        },
      ],
    },
  },
});

describe('a plan', () => {
  it('counts a step that serves two needs once, and so prefers it to two cheaper ones', () => {
    const land = pack('aa', 'AA', {
      rules: [
        rule('aa.a', {
          any: [
            { fact: 'person.a', equals: true, cure: ['step.both'] },
            { fact: 'person.b', equals: true, cure: ['step.b'] },
          ],
        }),
        rule('aa.c', {
          any: [
            { fact: 'person.a', equals: true, cure: ['step.both'] },
            { fact: 'person.c', equals: true, cure: ['step.c'] },
          ],
        }),
      ],
      routes: [route('aa.one', 'aa.full', ['aa.a', 'aa.c'])],
      steps: [
        sets('step.both', 'a', costing(50)),
        sets('step.b', 'b', costing(30)),
        sets('step.c', 'c', costing(30)),
      ],
    });
    const answer = planFor(plan([land]), { route: 'aa.one' });
    expect(answer).toMatchObject({ state: 'planned', proof: { claim: 'cheapest' } });
    expect(keysOf(answer)).toEqual(['step.both']);
    expect(planned(answer).cost).toMatchObject({ known: [{ amount: 50, currency: 'EUR' }], atLeast: false });
    expect(planned(answer).steps[0]?.unlocks).toEqual({ rules: ['aa.a', 'aa.c'], steps: [], routes: [] });
  });

  it('says that a price is unknown, never counts it as nothing, and does not claim to be cheapest then', () => {
    const land = pack('aa', 'AA', {
      rules: [
        rule('aa.a', {
          any: [
            { fact: 'person.a', equals: true, cure: ['step.dear'] },
            { fact: 'person.b', equals: true, cure: ['step.unknown'] },
          ],
        }),
      ],
      routes: [route('aa.one', 'aa.full', ['aa.a'], { finally: ['step.apply'] })],
      steps: [
        sets('step.dear', 'a', costing(900)),
        sets('step.unknown', 'b'),
        step('step.apply', { kind: 'application' }),
      ],
    });
    const answer = planFor(plan([land]), { route: 'aa.one' });
    expect(keysOf(answer)).toEqual(['step.dear', 'step.apply@aa.one']);
    expect(answer).toMatchObject({ proof: { claim: 'lowestKnown', rivals: 1 } });
    expect(planned(answer).cost).toEqual({
      known: [{ amount: 900, currency: 'EUR' }],
      upTo: [{ amount: 900, currency: 'EUR' }],
      unknownParts: ['step.apply@aa.one'],
      atLeast: true,
    });
  });

  it('keeps currencies apart and shows both ends of a price range', () => {
    const land = pack('aa', 'AA', {
      rules: [
        flagRule('aa.a', 'a', 'step.a'),
        flagRule('aa.b', 'b', 'step.b'),
        flagRule('aa.c', 'c', 'step.c'),
      ],
      routes: [route('aa.one', 'aa.full', ['aa.a', 'aa.b', 'aa.c'])],
      steps: [
        sets('step.a', 'a', { cost: { amount: 390.5, to: 600, currency: 'EUR', asOf: '2024', cite: [] } }),
        sets('step.b', 'b', costing(10)),
        sets('step.c', 'c', costing(240, 'GBP')),
      ],
    });
    const one = planned(planFor(plan([land]), { route: 'aa.one' }));
    expect(one.cost).toEqual({
      known: [
        { amount: 400.5, currency: 'EUR' },
        { amount: 240, currency: 'GBP' },
      ],
      upTo: [
        { amount: 610, currency: 'EUR' },
        { amount: 240, currency: 'GBP' },
      ],
      unknownParts: [],
      atLeast: false,
    });
    expect(one.steps[0]?.cost).toEqual({
      known: true,
      amount: 390.5,
      to: 600,
      currency: 'EUR',
      asOf: '2024',
      cite: [],
    });
  });

  it('puts steps one after the other where one waits for the other, and side by side elsewhere', () => {
    const land = pack('aa', 'AA', {
      rules: [
        flagRule('aa.a', 'a', 'step.a'),
        flagRule('aa.b', 'b', 'step.b'),
        flagRule('aa.c', 'c', 'step.c'),
      ],
      routes: [route('aa.one', 'aa.full', ['aa.b', 'aa.c'], { finally: ['step.apply'] })],
      steps: [
        sets('step.a', 'a', { ...lasting('P1Y'), requires: [] }),
        sets('step.b', 'b', { ...lasting('P6M'), requires: [{ rule: 'aa.a' }] }),
        sets('step.c', 'c', lasting('P2M')),
        step('step.apply', { kind: 'application', ...lasting('P10D') }),
      ],
    });
    const { steps, time } = planned(planFor(plan([land]), { route: 'aa.one' }));
    const times = Object.fromEntries(
      steps.map(({ key, after, schedule: { earliestStart, earliestFinish, latestFinish, critical } }) => [
        key,
        [after.join(), earliestStart, earliestFinish, latestFinish, critical],
      ]),
    );
    expect(times).toEqual({
      'step.a': ['', '2026-11-22', '2027-11-22', '2027-11-22', true],
      'step.b': ['step.a', '2027-11-22', '2028-05-22', '2028-05-22', true],
      'step.c': ['', '2026-11-22', '2027-01-22', '2028-05-22', false],
      'step.apply@aa.one': ['step.c,step.b', '2028-05-22', '2028-06-01', '2028-06-01', true],
    });
    expect(time).toEqual({ days: 557, finishOn: '2028-06-01', atLeast: false, unknownParts: [] });
  });

  it('counts the steps whose length nobody knows, and shows its days as a lower bound', () => {
    const land = pack('aa', 'AA', {
      rules: [flagRule('aa.a', 'a', 'step.a'), flagRule('aa.b', 'b', 'step.b')],
      routes: [route('aa.one', 'aa.full', ['aa.b'])],
      steps: [sets('step.a', 'a'), sets('step.b', 'b', { ...lasting('P30D'), requires: [{ rule: 'aa.a' }] })],
    });
    const { steps, time } = planned(planFor(plan([land]), { route: 'aa.one' }));
    expect(time).toEqual({ days: 30, finishOn: '2026-12-22', atLeast: true, unknownParts: ['step.a'] });
    expect(steps.map(({ schedule }) => schedule.unknownBefore)).toEqual([1, 1]);
  });

  it('asks for a paper so late that it has not lapsed when the application goes in', () => {
    const land = pack('aa', 'AA', {
      rules: [
        rule('aa.paper', { ...isNewer('paper', 'P3M'), cure: ['step.paper'] }),
        flagRule('aa.a', 'a', 'step.a'),
      ],
      routes: [route('aa.one', 'aa.full', ['aa.paper', 'aa.a'])],
      steps: [
        step('step.paper', {
          kind: 'document',
          effects: [{ list: 'papers', entry: { kind: 'paper', issuedOn: 'stepDay' } }],
        }),
        sets('step.a', 'a', lasting('P2Y')),
      ],
    });
    const one = planned(planFor(plan([land]), { route: 'aa.one' }));
    expect(one.steps.find(({ key }) => key === 'step.paper')?.schedule).toMatchObject({
      earliestFinish: '2028-08-22',
      doneOn: '2028-11-22',
    });
    expect(one.applicationOn).toBe('2028-11-22');
    const planning = plan([{ ...land, routes: [route('aa.one', 'aa.full', ['aa.paper'])] }], {
      ...NOBODY,
      planned: { applicationOn: '2027-05-01' },
    } as Dossier);
    const later = planned(planFor(planning, { route: 'aa.one' }));
    expect([later.applicationOn, later.steps[0]?.schedule.doneOn]).toEqual(['2027-05-01', '2027-05-01']);
    expect(simulatePlan(planning, later).assessment.authorities[0]?.routes[0]?.status).toBe('open');
  });

  it('does not propose what fails when it is tried: a step that undoes another', () => {
    const denies = (flag: string): Node => ({ not: { fact: `person.${flag}`, equals: true } });
    const land = pack('aa', 'AA', {
      rules: [flagRule('aa.a', 'a', 'step.bad', 'step.good'), rule('aa.not-b', denies('b'))],
      routes: [route('aa.one', 'aa.full', ['aa.a', 'aa.not-b'])],
      steps: [
        step('step.bad', {
          effects: [
            { fact: 'person.a', value: true },
            { fact: 'person.b', value: true },
          ],
          ...costing(1),
        }),
        sets('step.good', 'a', costing(100)),
      ],
    });
    expect(keysOf(planFor(plan([land]), { route: 'aa.one' }))).toEqual(['step.good']);
    const worse: Pack = {
      ...land,
      rules: [flagRule('aa.a', 'a', 'step.bad'), rule('aa.not-b', denies('b'))],
    };
    expect(planFor(plan([worse]), { route: 'aa.one' })).toMatchObject({
      state: 'none',
      reason: 'failsWhenTried',
    });
  });

  it('has no way through a step that needs itself', () => {
    const land = pack('aa', 'AA', {
      rules: [flagRule('aa.a', 'a', 'step.a'), flagRule('aa.b', 'b', 'step.b')],
      routes: [route('aa.one', 'aa.full', ['aa.a'])],
      steps: [
        sets('step.a', 'a', { requires: [{ rule: 'aa.b' }] }),
        sets('step.b', 'b', { requires: [{ rule: 'aa.a' }] }),
      ],
    });
    expect(planFor(plan([land]), { route: 'aa.one' })).toMatchObject({
      state: 'none',
      reason: 'closed',
      blocking: ['aa.a'],
    });
  });

  it('takes for granted only what no step settles, and says so', () => {
    const land = pack('aa', 'AA', {
      rules: [
        flagRule('aa.a', 'a', 'step.a'),
        flagRule('aa.b', 'b'),
        rule('aa.c', { notResearched: 'What else?' }),
      ],
      routes: [route('aa.one', 'aa.full', ['aa.a', 'aa.b', 'aa.c'])],
      steps: [sets('step.a', 'a')],
    });
    const unsure = planFor(plan([land], { person: { c: true } } as Dossier), { route: 'aa.one' });
    expect(unsure.state).toBe('conditional');
    expect(keysOf(unsure)).toEqual(['step.a']);
    expect(planned(unsure).assumes.map(({ rule: id, reasons, missing }) => [id, reasons, missing])).toEqual([
      ['aa.b', ['notSaid'], ['person.b']],
      ['aa.c', ['notResearched'], []],
    ]);
    expect(planned(unsure).questions).toEqual(['person.a', 'person.b']);
    expect(planFor(plan([land]), { route: 'aa.one' })).toMatchObject({ state: 'none', blocking: ['aa.b'] });
  });

  it('does not do again what is done, nor ask for certificates of authorities that never licensed her', () => {
    const land = pack('aa', 'AA', {
      rules: [flagRule('aa.b', 'b', 'step.b')],
      routes: [route('aa.one', 'aa.full', ['aa.b'], { finally: ['step.standing', 'step.apply'] })],
      steps: [
        sets('step.a', 'a'),
        sets('step.b', 'b', { requires: [{ step: 'step.a' }] }),
        step('step.standing', {
          kind: 'document',
          effects: [
            {
              list: 'papers',
              entry: { kind: 'standing', issuedOn: 'stepDay' },
              forEach: { list: 'licences', field: 'jurisdiction', as: 'jurisdiction' },
            },
          ],
        }),
        step('step.apply', { kind: 'application' }),
      ],
    });
    const keys = (dossier: object) =>
      keysOf(planFor(plan([land], { ...NOBODY, ...dossier } as Dossier), { route: 'aa.one' }));
    expect(keys({})).toEqual(['step.a', 'step.b', 'step.apply@aa.one']);
    expect(keys({ person: { a: true, b: false } })).toEqual(['step.b', 'step.apply@aa.one']);
    expect(keys({ licences: { complete: true, entries: [{ id: 'x', jurisdiction: 'BB' }] } })).toContain(
      'step.standing',
    );
  });

  it('goes by the law of the day on which the plan ends', () => {
    const changing = rule('aa.a', { fact: 'person.a', equals: true, cure: ['step.a'] });
    const [version] = changing.versions;
    const stricter = {
      ...changing,
      versions: [
        { ...version, inForce: { to: '2028-01-01' } },
        {
          ...version,
          version: '2',
          inForce: { from: '2028-01-01' },
          when: {
            all: [
              { fact: 'person.a', equals: true },
              { fact: 'person.b', equals: true },
            ],
          },
        },
      ],
    } as typeof changing;
    const land = (months: string) =>
      pack('aa', 'AA', {
        rules: [stricter],
        routes: [route('aa.one', 'aa.full', ['aa.a'])],
        steps: [sets('step.a', 'a', lasting(months))],
      });
    expect(planFor(plan([land('P12M')]), { route: 'aa.one' }).state).toBe('planned');
    expect(planFor(plan([land('P24M')]), { route: 'aa.one' })).toMatchObject({
      state: 'none',
      reason: 'failsWhenTried',
    });
  });

  it('says who decides', () => {
    const land = pack('aa', 'AA', {
      rules: [flagRule('aa.a', 'a', 'step.a')],
      routes: [
        route('aa.one', 'aa.full', ['aa.a'], {
          discretion: [{ id: 'character', text: 'Character.', cite: [] }],
        }),
      ],
      steps: [sets('step.a', 'a', { controller: 'selection' })],
    });
    expect(planned(planFor(plan([land]), { route: 'aa.one' }))).toMatchObject({
      ifSelected: true,
      authorityDecides: [{ id: 'character' }],
    });
    const open = planned(planFor(plan([land], { person: { a: true } } as Dossier), { pack: 'aa' }));
    expect(open).toMatchObject({ ifSelected: false, steps: [], time: { days: 0, atLeast: false } });
  });
});

describe('a licence as a step', () => {
  const licensedIn = (jurisdiction: string): Node => ({
    some: {
      list: 'licences',
      where: {
        all: [
          { fact: 'its.jurisdiction', equals: jurisdiction },
          { fact: 'its.scope', equals: 'full' },
          { fact: 'its.status', equals: 'active' },
        ],
      },
    },
  });
  const aa = pack('aa', 'AA', {
    rules: [flagRule('aa.a', 'a', 'step.a')],
    routes: [route('aa.one', 'aa.full', ['aa.a'], { finally: ['step.aa.apply'] })],
    steps: [
      sets('step.a', 'a', { ...lasting('P1Y'), ...costing(10) }),
      step('step.aa.apply', { kind: 'application', ...lasting('P1M'), ...costing(5) }),
    ],
  });
  const bb = pack('bb', 'BB', {
    rules: [rule('bb.licensed', licensedIn('AA'))],
    routes: [route('bb.recognition', 'bb.full', ['bb.licensed'], { finally: ['step.bb.apply'] })],
    steps: [step('step.bb.apply', { kind: 'application', ...lasting('P1M'), ...costing(7) })],
  });

  it('opens a route that is closed without it, though no rule names it as a cure', () => {
    const planning = plan([aa, bb]);
    expect(planning.assessment.authorities[1]?.status).toBe('closed');
    const answer = planFor(planning, { pack: 'bb' });
    expect(keysOf(answer)).toEqual(['step.a', 'step.aa.apply@aa.one', 'step.bb.apply@bb.recognition']);
    expect(planned(answer).via).toEqual([
      { route: 'aa.one', pack: 'aa', grants: 'aa.full', title: 'aa.one' },
    ]);
    expect(planned(answer).steps[1]?.unlocks).toEqual({
      rules: ['bb.licensed'],
      steps: ['step.bb.apply@bb.recognition'],
      routes: ['aa.one'],
    });
    const after = simulatePlan(planning, planned(answer));
    expect(after.assessment.authorities[0]).toMatchObject({ pack: 'bb', status: 'open' });
  });

  it('is there no longer when the pack that grants it is removed', () => {
    expect(planFor(plan([bb]), { pack: 'bb' })).toMatchObject({ state: 'none', blocking: ['bb.licensed'] });
  });

  it('is not obtained through itself', () => {
    const circle = pack('aa', 'AA', {
      rules: [rule('aa.licensed', licensedIn('AA'))],
      routes: [route('aa.one', 'aa.full', ['aa.licensed'], { finally: ['step.aa.apply'] })],
      steps: aa.steps,
    });
    expect(planFor(plan([circle]), { pack: 'aa' })).toMatchObject({ state: 'none', reason: 'closed' });
  });

  it('is reached everywhere in one pass, at the latest of what it waits for', () => {
    const reach = earliestEverywhere(plan([aa, bb]));
    expect(
      reach.map(({ route: id, reach: how, time, steps, via }) => [
        id,
        how,
        time?.finishOn,
        steps,
        via.length,
      ]),
    ).toEqual([
      ['aa.one', 'reachable', '2027-12-22', 2, 0],
      ['bb.recognition', 'reachable', '2028-01-22', 3, 1],
    ]);
  });
});
