import { realLaw } from '@testamur/testing/real-law';
import { describe, expect, it } from 'vitest';
import { expectOk, parseDay } from '../../kernel/index.ts';
import { policiesFor } from './policies-for.ts';
import { policy } from './policy.fixture.ts';
import { countriesNamed, type Policy } from './policy.ts';

const day = (text: string) => expectOk(parseDay(text), text);
const told = (policies: readonly Policy[], country: string, on: string) =>
  policiesFor({ policies }, country, day(on)).map((each) =>
    each.state === 'unknown'
      ? `${each.edition}: unknown, ${each.because} (${each.policy.id})`
      : `${each.edition}: ${each.state} (${each.policy.id})`,
  );

describe('of the policies that ship', () => {
  const { policies } = realLaw();
  const list = policies.filter(({ edition }) => edition === 'who-safeguards');
  const cases: readonly (readonly [name: string, country: string, on: string, answer: string])[] = [
    ['a country of the list, on its first day', 'NG', '2023-03-08', 'named (who-safeguards-2023)'],
    [
      'the day before: which the list of 2020 named was not read',
      'NG',
      '2023-03-07',
      'unknown, beforeFirstRead (who-safeguards-2023)',
    ],
    ['a country that is recalled as added in 2023', 'ZW', '2023-03-08', 'named (who-safeguards-2023)'],
    [
      'the same, the day before: not "no"',
      'ZW',
      '2023-03-07',
      'unknown, beforeFirstRead (who-safeguards-2023)',
    ],
    ['a country that is not on the list', 'IN', '2023-03-08', 'notNamed (who-safeguards-2023)'],
    [
      'the same, before any edition that was read',
      'IN',
      '2020-06-01',
      'unknown, beforeFirstRead (who-safeguards-2023)',
    ],
    ['the last day before it is read again', 'NG', '2027-05-22', 'named (who-safeguards-2023)'],
    ['the day after', 'NG', '2027-05-23', 'unknown, reviewPassed (who-safeguards-2023)'],
  ];
  it.each(cases)('%s', (_name, country, on, answer) =>
    expect(told(list, country, on)).toEqual([`who-safeguards: ${answer}`]),
  );

  it('the list names 55 countries once each: 37, 1, 6, 3 and 8 by region', () => {
    const now = list.find(({ id }) => id === 'who-safeguards-2023');
    expect(new Set(now === undefined ? [] : countriesNamed(now)).size).toBe(55);
    const regions = now !== undefined && 'countries' in now.appliesTo ? now.appliesTo.countries : {};
    expect(Object.fromEntries(Object.entries(regions).map(([region, all]) => [region, all.length]))).toEqual({
      ...{ AFRO: 37, AMRO: 1, EMRO: 6, SEARO: 3, WPRO: 8 },
    });
  });

  it('a code for everybody names every country from the day on which it was adopted', () => {
    const code = policies.filter(({ id }) => id === 'who-code');
    expect(told(code, 'IN', '2010-05-21')).toEqual(['who-code: named (who-code)']);
    expect(told(code, 'IN', '2010-05-20')).toEqual(['who-code: unknown, beforeFirstRead (who-code)']);
  });
});

describe('editions', () => {
  const first = policy({
    id: 'list-1',
    inForce: { from: '2020-01-01', to: '2023-03-08' },
    appliesTo: { countries: { AFRO: ['BB'] } },
  });
  const second = policy({ appliesTo: { countries: { AFRO: ['AA', 'BB'] } } });
  it.each([
    ['AA', '2023-03-07', 'list: notNamed (list-1)'],
    ['AA', '2023-03-08', 'list: named (list-2)'],
    ['BB', '2020-01-01', 'list: named (list-1)'],
    ['BB', '2019-12-31', 'list: unknown, beforeFirstRead (list-1)'],
    ['CC', '2023-03-08', 'list: notNamed (list-2)'],
  ])('%s on %s: %s', (country, on, answer) => expect(told([second, first], country, on)).toEqual([answer]));
  it('after the last that was read nothing is known', () =>
    expect(told([first], 'BB', '2023-03-08')).toEqual(['list: unknown, afterLastRead (list-1)']));
  it('without one that was read nothing is known of any day', () =>
    expect(
      told(
        [policy({ inForce: {} }), policy({ id: 'list-0', appliesTo: { notEstablished: 'Which?' } })],
        'AA',
        '2024-01-01',
      ),
    ).toEqual(['list: unknown, beforeFirstRead (list-2)']));
  it('of nothing there is no answer', () => expect(told([], 'AA', '2024-01-01')).toEqual([]));
});
