import { describe, expect, it } from 'vitest';
import { makeSet } from './make-set.ts';

const two = [
  { id: 'b', body: { name: 'Beta', country: 'XB' } },
  { id: 'a', body: { name: 'Alpha', country: 'XA' } },
];

describe('makeSet', () => {
  it('has the same hash whatever the order of items and members', () => {
    const turned = [{ id: 'a', body: { country: 'XA', name: 'Alpha' } }, two[0] as (typeof two)[number]];
    expect(makeSet('schools', turned)).toEqual({ ...makeSet('schools', two), items: expect.anything() });
    expect(makeSet('schools', turned).hash).toBe(makeSet('schools', two).hash);
  });

  it.each([
    ['an item changes', [{ id: 'a', body: { name: 'Alpha!', country: 'XA' } }, two[0]]],
    ['an item goes', [two[0]]],
    [
      'two items swap their ids',
      [
        { id: 'a', body: two[0]?.body },
        { id: 'b', body: two[1]?.body },
      ],
    ],
  ])('has another hash when %s', (_name, items) => {
    expect(makeSet('schools', items as typeof two).hash).not.toBe(makeSet('schools', two).hash);
  });

  it('names every item by 64 hexadecimal digits', () => {
    for (const item of makeSet('schools', two).items) expect(item.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});
