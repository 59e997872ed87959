import * as world from '@testamur/testing/fictional-registry';
import { describe, expect, it } from 'vitest';
import { registryViewOf } from './registry-view.ts';

const { dayOf, fictionalRegistry } = world;
const view = registryViewOf(fictionalRegistry);
const ask = (school: string, lo: string, hi = lo) =>
  view.accredited(school, { lo: dayOf(lo), hi: dayOf(hi) }, 'wfme');

describe('what the rules hear from the registry', () => {
  it('yes and no on grade B', () => {
    expect(ask(world.ALDERMOOR, '2015-05-01')).toEqual({ state: 'true' });
    expect(ask(world.ALDERMOOR, '2023-05-01')).toEqual({ state: 'false' });
  });

  it('silence on grade D, with what it says', () => {
    expect(ask(world.GRIMSTONE, '2015-05-01')).toEqual({ state: 'silent', weaker: true });
    expect(ask(world.GRIMSTONE, '2021-05-01')).toEqual({ state: 'silent' });
  });

  it('silence where a term has ended without news, never no', () => {
    expect(ask(world.ELMSGATE, '2021-05-01')).toEqual({ state: 'silent' });
  });

  it('silence on a school it does not know', () =>
    expect(ask('by-hand:1', '2015-05-01')).toEqual({ state: 'silent' }));

  it.each([
    ['a year inside one term', '2015-01-01', '2015-12-31', { state: 'true' }],
    ['a year in which the recognition lapses', '2021-06-01', '2022-06-01', { state: 'silent' }],
    [
      'a lapse in the middle of the range, both ends recognised',
      '2021-06-01',
      '2024-06-01',
      { state: 'silent' },
    ],
    ['the last day before the lapse as its end', '2021-06-01', '2021-12-31', { state: 'true' }],
    ['the lapse beginning on its last day', '2021-06-01', '2022-01-01', { state: 'silent' }],
  ] as const)('a day known as a range: %s', (_, lo, hi, answer) => {
    expect(ask(world.ALDERMOOR, lo, hi)).toEqual(answer);
  });
});
