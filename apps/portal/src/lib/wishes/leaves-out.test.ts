import type { Exclusion, Front, FrontPoint } from '@testamur/engines/planner';
import { expect, it } from 'vitest';
import { leftOut } from './leaves-out.ts';

const POINT = {} as FrontPoint;
const by = (wish: Exclusion['wish'], opens: boolean): Exclusion => ({
  wish,
  value: [],
  excludes: [],
  ...(opens ? { cheapest: POINT, fastest: POINT } : {}),
});
const without = (...excludedBy: readonly Exclusion[]): Pick<Front, 'none' | 'excludedBy'> => ({
  none: { reason: 'wishes', blocking: [] },
  excludedBy,
});

it('names each wish whose giving up alone opens a way, and those that only together leave out', () => {
  const { alone, together } = leftOut([
    { name: 'Alfa', front: without(by('budget', true), by('deadline', false)) },
    { name: 'Bravo', front: without(by('budget', true), by('deadline', true)) },
    { name: 'Charlie', front: without(by('budget', false), by('deadline', false)) },
    { name: 'Delta', front: { none: { reason: 'closed', blocking: ['x'] }, excludedBy: [] } },
    { name: 'Echo', front: { excludedBy: [] } },
  ]);
  expect(Object.fromEntries(alone)).toEqual({ budget: ['Alfa', 'Bravo'], deadline: ['Bravo'] });
  expect(together).toEqual(['Charlie']);
});
