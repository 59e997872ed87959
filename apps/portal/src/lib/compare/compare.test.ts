import type { BestAt, Front, FrontPoint } from '@testamur/engines/planner';
import { describe, expect, it } from 'vitest';
import { assessment, authority, requirement, route } from '../results/results.fixture.ts';
import {
  type Column,
  columnOf,
  currenciesOf,
  hasStep,
  kindsOf,
  ownSteps,
  requirementsOf,
  sharedSteps,
} from './columns.ts';
import { readTargets } from './targets.ts';

const JUDGED = assessment(
  authority({
    pack: 'xa',
    name: 'Alfa',
    status: 'withSteps',
    bestRoute: 'xa.one',
    routes: [
      route({
        route: 'xa.one',
        status: 'withSteps',
        requirements: [requirement({ rule: 'xa.deg', kind: 'degree' })],
      }),
      route({ route: 'xa.two', status: 'closed' }),
    ],
  }),
  authority({
    pack: 'xb',
    name: 'Bravo',
    status: 'open',
    bestRoute: 'xb.one',
    routes: [route({ route: 'xb.one' })],
  }),
  authority({ pack: 'layer', routes: [route({ route: 'layer.one' })] }),
);

describe('an address', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['', [], [], []],
    ['xa', ['xa'], [], []],
    ['xb, xa.two ,', ['xb', 'xa.two'], [], []],
    ['xa,xa', ['xa'], [], []],
    ['atlantis,xa', ['xa'], ['atlantis'], []],
    ['layer,layer.one', [], ['layer', 'layer.one'], []],
    ['xa,xb,xa.one,xa.two,xb.one', ['xa', 'xb', 'xa.one', 'xa.two'], [], ['xb.one']],
  ])('%j', (text, targets, unknown, tooMany) => {
    const read = readTargets(text, JUDGED);
    expect(read.targets.map(({ id }) => id)).toEqual(targets);
    expect([read.unknown, read.tooMany]).toEqual([unknown, tooMany]);
  });
});

const point = (
  bestAt: readonly BestAt[],
  steps: readonly string[],
  currency: string,
  to = 'xa.one',
): FrontPoint =>
  ({
    bestAt,
    plan: { target: { route: to }, steps: steps.map((step) => ({ step, key: step })) },
    cost: { known: [{ amount: 1, currency }], unknownParts: [] },
  }) as unknown as FrontPoint;
const front = (...points: readonly FrontPoint[]): Front => ({ points }) as unknown as Front;
const column = (pack: string, held: Front | undefined, best: BestAt = 'cheapest'): Column =>
  columnOf({ id: pack, pack }, JUDGED, { front: held, best }) as Column;

const A = column(
  'xa',
  front(point(['cheapest'], ['common', 'a'], 'GBP'), point(['fastest'], ['z'], 'USD', 'xa.two')),
);
const B = column('xb', front(point(['cheapest', 'fastest'], ['common', 'b'], 'EUR', 'xb.one')));

describe('a column', () => {
  it('shows the way that is asked for, and its route', () => {
    const fastest = column('xa', A.front, 'fastest');
    expect([A.route?.route, fastest.route?.route]).toEqual(['xa.one', 'xa.two']);
    expect([A.shown.look, fastest.shown.look]).toEqual(['steps', 'closed']);
  });

  it('shows the best route while its ways are searched', () => {
    const waiting = column('xa', undefined);
    expect(waiting.route?.route).toBe('xa.one');
    expect(waiting.point).toBeUndefined();
  });

  it('keeps to the route that is named, though a way leads to another', () => {
    const named = columnOf({ id: 'xa.two', pack: 'xa', route: 'xa.two' }, JUDGED, {
      front: A.front,
      best: 'cheapest',
    });
    expect(named?.route?.route).toBe('xa.two');
  });

  it('is none for a layer, which gives no licence', () =>
    expect(
      columnOf({ id: 'layer', pack: 'layer' }, JUDGED, { front: undefined, best: 'cheapest' }),
    ).toBeUndefined());
});

it('steps are shared or of one column only, never both', () => {
  expect(sharedSteps([A, B]).map(({ step }) => step)).toEqual(['common']);
  expect(ownSteps(A, [A, B]).map(({ step }) => step)).toEqual(['a']);
  expect(ownSteps(B, [A, B]).map(({ step }) => step)).toEqual(['b']);
  expect(hasStep(B, 'a')).toBe(false);
  expect(sharedSteps([A])).toEqual([]);
});

it('every currency has its line, and every kind of requirement that somebody has', () => {
  expect(currenciesOf([A, B])).toEqual(['EUR', 'GBP']);
  expect(kindsOf([A, B])).toEqual(['degree']);
  expect(requirementsOf(B, 'degree')).toEqual([]);
});
