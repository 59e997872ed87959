import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAmounts, addMoney, compareMoney, type Money, makeMoney } from './money.ts';
import { expectOk } from './result.ts';

const money = (amount: number, currency: string): Money =>
  expectOk(makeMoney(amount, currency), 'money of the test');

describe('an amount of money', () => {
  it.each([0, 160.5, 0.001, 1.005, 975, 0.29, 9_999_999_999.999, 1e10])('may be %d', (amount) => {
    expect(makeMoney(amount, 'GBP')).toEqual({ ok: true, value: { amount, currency: 'GBP' } });
  });

  it.each([-1, -0.001, 0.0001, 160.5555, 1e10 + 1, Number.NaN, Number.POSITIVE_INFINITY])(
    'may not be %d',
    (amount) => {
      expect(makeMoney(amount, 'GBP')).toMatchObject({ ok: false, error: { code: 'KERNEL_MONEY_AMOUNT' } });
    },
  );

  it.each(['', 'gbp', '£', 'GB', 'GBPX', 'GBP ', 'G8P'])('has no currency %j', (currency) => {
    expect(makeMoney(1, currency)).toMatchObject({ ok: false, error: { code: 'KERNEL_MONEY_CURRENCY' } });
  });

  it('minus zero is zero', () => {
    expect(Object.is(money(-0, 'GBP').amount, 0)).toBe(true);
  });
});

describe('sums', () => {
  it('are exact in decimals', () => {
    expect(addMoney(money(0.1, 'GBP'), money(0.2, 'GBP'))).toEqual({ ok: true, value: money(0.3, 'GBP') });
    expect(addAmounts([1.005, 1.005, 1.005])).toBe(3.015);
    expect(addAmounts([])).toBe(0);
  });

  it('and comparisons stay within one currency', () => {
    const mixed = {
      ok: false,
      error: { code: 'KERNEL_MONEY_MIXED', message: 'GBP and USD are different currencies.' },
    };
    expect(addMoney(money(1, 'GBP'), money(1, 'USD'))).toMatchObject(mixed);
    expect(compareMoney(money(1, 'GBP'), money(1, 'USD'))).toMatchObject(mixed);
  });

  it.each([
    [1, 2, -1],
    [2, 1, 1],
    [0.3, 0.3, 0],
    [160.5, 160.49, 1],
  ])('%d against %d has the sign %i', (a, b, sign) => {
    const order = expectOk(compareMoney(money(a, 'GBP'), money(b, 'GBP')), 'one currency');
    expect(Math.sign(order)).toBe(sign);
  });

  it('agree with whole thousandths, in any order', () => {
    const thousandths = fc.array(fc.integer({ min: 0, max: 1e13 }), { maxLength: 50 });
    fc.assert(
      fc.property(thousandths, (amounts) => {
        const expected = amounts.reduce((sum, n) => sum + n, 0) / 1000;
        expect(addAmounts(amounts.map((n) => n / 1000))).toBe(expected);
        expect(addAmounts(amounts.map((n) => n / 1000).reverse())).toBe(expected);
        for (const n of amounts) expect(makeMoney(n / 1000, 'USD').ok).toBe(true);
      }),
    );
  });
});
