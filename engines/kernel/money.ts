import type { KernelProblem } from './errors.ts';
import { quoteText } from './problem.ts';
import { andThen, err, ok, type Result } from './result.ts';

/** An amount as it is written on a price list, 160.5 for £160.50, and the ISO 4217 code of its currency. Never negative. */
export type Money = { readonly amount: number; readonly currency: string };

/** No currency in use has more than three decimals, and thousandths of this keep their sums exact for hundreds of amounts. */
const PER_UNIT = 1000;
const MAX_AMOUNT = 1e10;

export function makeMoney(amount: number, currency: string): Result<Money, KernelProblem> {
  if (!/^[A-Z]{3}$/.test(currency)) {
    return err({
      code: 'KERNEL_MONEY_CURRENCY',
      message: `${quoteText(currency)} is not the code of a currency.`,
      hint: 'Give the three capital letters of ISO 4217, for example GBP.',
    });
  }
  if (amount >= 0 && amount <= MAX_AMOUNT && fromThousandths(toThousandths(amount)) === amount) {
    return ok({ amount: amount + 0, currency });
  }
  return err({
    code: 'KERNEL_MONEY_AMOUNT',
    message: `${amount} is not an amount of money.`,
    hint: `Give a number from 0 to ${MAX_AMOUNT} with at most three decimals.`,
  });
}

/** Exact in decimals: 0.1 and 0.2 are 0.3. */
export function addMoney(a: Money, b: Money): Result<Money, KernelProblem> {
  return andThen(oneCurrency(a, b), (currency) => ok({ amount: addAmounts([a.amount, b.amount]), currency }));
}

/** Negative when `a` is less. Amounts of two currencies have no order here: rates are somebody's decision and carry a date. */
export function compareMoney(a: Money, b: Money): Result<number, KernelProblem> {
  return andThen(oneCurrency(a, b), () => ok(toThousandths(a.amount) - toThousandths(b.amount)));
}

/** The sum of decimal amounts of one currency, without the dust of binary fractions. */
export function addAmounts(amounts: readonly number[]): number {
  return fromThousandths(amounts.reduce((sum, amount) => sum + toThousandths(amount), 0));
}

function oneCurrency(a: Money, b: Money): Result<string, KernelProblem> {
  if (a.currency === b.currency) return ok(a.currency);
  return err({
    code: 'KERNEL_MONEY_MIXED',
    message: `${a.currency} and ${b.currency} are different currencies.`,
    hint: 'Keep them apart, or convert one at a rate that has a date and a source.',
  });
}

function toThousandths(amount: number): number {
  return Math.round(amount * PER_UNIT);
}

function fromThousandths(thousandths: number): number {
  return thousandths / PER_UNIT;
}
