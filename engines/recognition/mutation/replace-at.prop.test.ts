import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replaceAt } from './replace-at.ts';

it('puts the part in its place and leaves the rest, and the original, as they were', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ name: fc.string(), list: fc.array(fc.integer(), { minLength: 1 }) }), {
        minLength: 1,
      }),
      fc.nat(),
      fc.nat(),
      (value, i, j) => {
        const before = JSON.stringify(value);
        const index = i % value.length;
        const place = j % (value[index]?.list.length ?? 1);
        const changed = replaceAt(value, [index, 'list', place], 'new');
        expect(changed[index]?.list[place]).toBe('new');
        const back = replaceAt(changed, [index, 'list', place], value[index]?.list[place]);
        expect(JSON.stringify(back)).toBe(before);
        expect(JSON.stringify(value)).toBe(before);
      },
    ),
  );
});

it('takes a member away when nothing is put in its place', () => {
  expect(replaceAt({ inForce: { from: '2020', to: '2021' } }, ['inForce', 'from'], undefined)).toEqual({
    inForce: { to: '2021' },
  });
});
