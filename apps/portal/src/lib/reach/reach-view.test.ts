import type { ReverseClass } from '@testamur/engines/planner';
import { describe, expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import { thin } from './draw-reach.ts';
import { statesOf, viewReach } from './reach-view.ts';
import { tellCodes } from './tell-codes.ts';

const line = (part: Partial<ReverseClass>): ReverseClass => ({
  ...{ id: 'x', schools: ['IN'], citizenships: ['IN'], graduated: { from: 1990, to: 2025 } },
  ...{ reach: 'reachable', steps: 2, via: [] },
  ...part,
});
const point = (id: string) => ({ id, title: id, text: '', href: `/rules#${id}` });
const view = (...classes: readonly ReverseClass[]) =>
  viewReach(
    { schema: 'testamur/reverse-reach/1', on: '2026-11-22', pack: 'xx', people: 1, classes },
    point,
    english,
  );

describe('a country of schools on the map', () => {
  it('has the answer of all its lines, or differs', () => {
    const states = statesOf([
      line({ schools: ['IN', 'PK'] }),
      line({ schools: ['IN'], reach: 'unreachable' }),
      line({ schools: ['KE'], reach: 'conditional' }),
      line({ schools: ['KE'], reach: 'conditional', citizenships: ['KE'] }),
    ]);
    expect(Object.fromEntries(states)).toEqual({ IN: 'mixed', PK: 'reachable', KE: 'conditional' });
  });
});

describe('a line', () => {
  const time = { days: 0, finishOn: '2026-11-22', atLeast: true, unknownParts: 2 };

  it('never tells a length of nothing where the lengths of the steps are not established', () => {
    expect(view(line({ route: 'xx.one', time })).lines[0]?.time).toBeUndefined();
  });

  it.each([
    [60, '60 days'],
    [365, '12 months'],
    [366, '13 months'],
  ])('of %i days reads %s, rounded up', (days, text) => {
    expect(view(line({ time: { ...time, days } })).lines[0]).toMatchObject({ time: text, isAtLeast: true });
  });

  it.each([
    [{ from: 1990, to: 2025 }, 'any year'],
    [{ from: 1990, to: 2000 }, 'up to 2000'],
    [{ from: 2001, to: 2025 }, 'since 2001'],
    [{ from: 2001, to: 2001 }, '2001'],
    [{ from: 2001, to: 2003 }, '2001 to 2003'],
  ])('of graduates of %o reads %s', (graduated, text) => {
    const all = line({ schools: ['PK'] });
    expect(view(line({ graduated }), all).lines[0]?.graduated).toBe(text);
  });
});

describe('countries in words', () => {
  const all = [
    'AU',
    'BR',
    'CA',
    'DE',
    'ES',
    'FR',
    'GB',
    'IN',
    'KE',
    'NZ',
    'PK',
    'SG',
    'US',
    'ZA',
    'ZM',
    'ZW',
  ];
  it.each([
    [all, 'any country'],
    [['IN', 'BR'], 'Brazil and India'],
    [all.slice(2), 'any country but Australia and Brazil'],
    [all.slice(8), '8 countries'],
  ])('%j: %s', (codes, words) => expect(tellCodes(codes, all, english).words).toBe(words));

  it('unfold to all their names where they are only counted', () => {
    expect(tellCodes(all.slice(8), all, english).names?.split(', ')).toHaveLength(7);
  });
});

describe('a shape at whole pixels', () => {
  it('loses points that fall on the one before, and islets that nobody sees', () => {
    expect(thin('M0,0L0,0L4,0L4,5L0,5ZM9,9L9,9L9,10Z')).toBe('M0 0l4 0 0 5-4 0z');
  });
});
