import { describe, expect, it } from 'vitest';
import { readAmount, readRate } from './read-number.ts';
import { readWishes, type WishContext } from './read-wishes.ts';
import { NO_OWN, NO_WISHES, readEntry, type WishEntry, writeWishes } from './wish-entry.ts';

const CONTEXT: WishContext = { today: '2026-11-22', countries: ['GB', 'DE'] };
const read = (change: Partial<WishEntry>) => readWishes({ ...NO_WISHES, ...change }, CONTEXT);
const remarksOn = (change: Partial<WishEntry>) =>
  read(change).remarks.map(({ field, key }) => `${field} ${key.replace('compare.wish.', '')}`);

describe('an amount as people write it', () => {
  it.each<[string, number | undefined]>([
    ['2000', 2000],
    ['2 000', 2000],
    ['2,000', 2000],
    ['2.000', 2000],
    ['2.000,50', 2000.5],
    ['1,234,567.5', 1234567.5],
    ['12,5', 12.5],
    ['0', 0],
    ['-5', undefined],
    ['1.2.3', undefined],
    ['1,234,56', undefined],
    ['about 200', undefined],
    ['', undefined],
  ])('%j is %s', (text, amount) => expect(readAmount(text)).toBe(amount));
});

it.each<[string, number | undefined]>([
  ['1.1742', 1.1742],
  ['0,85', 0.85],
  ['0', undefined],
  ['-1', undefined],
  ['x', undefined],
])('a rate of %j is %s', (text, rate) => expect(readRate(text)).toBe(rate));

describe('wishes', () => {
  it('that say nothing are none', () => expect(read({})).toEqual({ wishes: {}, remarks: [] }));

  it('are read as the planner takes them', () => {
    const { wishes, remarks } = read({
      budget: '3 000',
      currency: 'EUR',
      deadline: '2029-01-01',
      notBefore: '2027-07-01',
      excludedCountries: ['GB'],
      refusedSteps: ['step.gb.plab1'],
      willLearn: ['de'],
      excludeSelection: true,
      own: { 'step.gb.plab1': { ...NO_OWN, cost: '250', currency: 'GBP', length: '3' } },
      into: 'EUR',
      worth: { GBP: '1.17', USD: '' },
    });
    expect(remarks).toEqual([]);
    expect(wishes).toEqual({
      budget: { amount: 3000, currency: 'EUR' },
      deadline: '2029-01-01',
      notBefore: '2027-07-01',
      excludedCountries: ['GB'],
      refusedSteps: ['step.gb.plab1'],
      willLearn: ['de'],
      excludeSelection: true,
      own: { 'step.gb.plab1': { cost: { amount: 250, currency: 'GBP' }, duration: 'P3M' } },
      rates: { into: 'EUR', worth: { GBP: 1.17 }, on: '2026-11-22', source: 'hers' },
    });
  });

  it.each<[string, Partial<WishEntry>, readonly string[]]>([
    ['an amount that is none', { budget: 'much', currency: 'EUR' }, ['budget fault.amount']],
    ['an amount without a currency', { budget: '100' }, ['budget fault.currency']],
    ['a day that is none', { deadline: '2029' }, ['deadline fault.day']],
    ['a rate that is none', { into: 'EUR', worth: { GBP: '0' } }, ['rates fault.rate']],
    ['half a month', { own: { 'step.x': { ...NO_OWN, length: '1.5' } } }, ['own:step.x fault.whole']],
    [
      'a price without a currency',
      { own: { 'step.x': { ...NO_OWN, cost: '5' } } },
      ['own:step.x fault.currency'],
    ],
  ])('%s is a fault at its field, and counts as not said', (_name, change, expected) => {
    expect(remarksOn(change)).toEqual(expected);
    expect(read(change).wishes).toEqual({});
    expect(read(change).remarks.every(({ isFault }) => isFault)).toBe(true);
  });

  it.each<[string, Partial<WishEntry>, readonly string[]]>([
    ['a budget of zero', { budget: '0', currency: 'EUR' }, ['budget tell.zero']],
    ['a deadline that has passed', { deadline: '2026-11-21' }, ['deadline tell.past']],
    ['a deadline of today', { deadline: '2026-11-22' }, ['deadline tell.past']],
    [
      'a deadline before she can leave',
      { deadline: '2027-01-01', notBefore: '2027-01-01' },
      ['deadline tell.contradiction', 'notBefore tell.contradiction'],
    ],
    ['every country left out', { excludedCountries: ['DE', 'GB'] }, ['excludedCountries tell.allOut']],
    ['no language at all', { willLearn: [] }, ['willLearn tell.noLanguage']],
  ])('%s is told at its field, and counts', (_name, change, expected) => {
    expect(remarksOn(change)).toEqual(expected);
    expect(Object.keys(read(change).wishes)).not.toEqual([]);
    expect(read(change).remarks.some(({ isFault }) => isFault)).toBe(false);
  });

  it('of tomorrow and of one country left over need no remark', () => {
    expect(remarksOn({ deadline: '2026-11-23', excludedCountries: ['GB'] })).toEqual([]);
  });
});

describe('what is kept', () => {
  it('comes back as it was typed, faults included', () => {
    const entry: WishEntry = {
      ...NO_WISHES,
      budget: 'much',
      willLearn: [],
      own: { 'step.x': { ...NO_OWN, cost: '1,' } },
      worth: { GBP: '1.1' },
    };
    expect(readEntry(writeWishes(entry))).toEqual(entry);
  });

  it.each(['', 'null', '[]', '{"schema":"testamur/wishes/0"}', '{'])('is nothing where it reads %j', (text) =>
    expect(readEntry(text)).toBeUndefined(),
  );

  it('keeps what reads of a copy that is partly spoilt', () => {
    const spoilt =
      '{"schema":"testamur/wishes/1","budget":5,"deadline":"2029-01-01","own":{"a":1},"worth":[]}';
    expect(readEntry(spoilt)).toEqual({ ...NO_WISHES, deadline: '2029-01-01' });
  });
});
