/**
 * Prices as vectors: one place for each currency and one for each part whose price is unknown. A way costs no more than another,
 * whatever the unknown prices and the rates, exactly when it is no more in every place (`compareCosts` of the kernel).
 */
import type { Cost } from '../../kernel/index.ts';

export type PriceTable = {
  readonly places: number;
  /** Places of currencies come first, by their codes; then those of unknown parts. */
  readonly currencies: number;
  readonly names: readonly string[];
  /** Row by row: from, then place and amount. Amounts are whole numbers of ten-thousandths. */
  readonly from: Int32Array;
  readonly place: Int32Array;
  readonly amount: Float64Array;
};

const FINE = 10_000;
export const inPlace = (amount: number): number => Math.round(amount * FINE);

export function priceTable(prices: readonly (Cost | undefined)[]): PriceTable {
  const currencies = new Set<string>();
  const unknown = new Set<string>();
  for (const price of prices) {
    for (const { currency } of price?.known ?? []) currencies.add(currency);
    for (const part of price?.unknownParts ?? []) unknown.add(part);
  }
  const names = [...[...currencies].sort(), ...[...unknown].sort().map((part) => `?${part}`)];
  const at = new Map(names.map((name, index) => [name, index]));
  const from = [0];
  const place: number[] = [];
  const amount: number[] = [];
  for (const price of prices) {
    for (const money of price?.known ?? []) {
      place.push(at.get(money.currency) as number);
      amount.push(inPlace(money.amount));
    }
    for (const part of price?.unknownParts ?? []) {
      place.push(at.get(`?${part}`) as number);
      amount.push(1);
    }
    from.push(place.length);
  }
  return {
    places: names.length,
    currencies: currencies.size,
    names,
    from: Int32Array.from(from),
    place: Int32Array.from(place),
    amount: Float64Array.from(amount),
  };
}

/** Adds the price of one row. */
export function addPrice(sum: Float64Array, { from, place, amount }: PriceTable, row: number): void {
  for (let at = from[row] as number; at < (from[row + 1] as number); at += 1) {
    const where = place[at] as number;
    sum[where] = (sum[where] as number) + (amount[at] as number);
  }
}

export function isNoDearer(a: Float64Array, b: Float64Array): boolean {
  for (let place = 0; place < a.length; place += 1)
    if ((a[place] as number) > (b[place] as number)) return false;
  return true;
}

export function isAsDear(a: Float64Array, b: Float64Array): boolean {
  for (let place = 0; place < a.length; place += 1) if (a[place] !== b[place]) return false;
  return true;
}

/** The order of `comparePrices`: fewer unknown parts, then currency by currency. */
export function compareVectors(a: Float64Array, b: Float64Array, currencies: number): number {
  let unknown = 0;
  for (let place = currencies; place < a.length; place += 1)
    unknown += (a[place] as number) - (b[place] as number);
  if (unknown !== 0) return unknown;
  for (let place = 0; place < currencies; place += 1)
    if (a[place] !== b[place]) return (a[place] as number) - (b[place] as number);
  return 0;
}

/** A vector as a cost; unknown parts by their names. */
export function costFrom(vector: Float64Array, { names, currencies }: PriceTable): Cost {
  return {
    known: names.slice(0, currencies).flatMap((currency, place) => {
      const amount = (vector[place] as number) / FINE;
      return amount === 0 ? [] : [{ amount, currency }];
    }),
    unknownParts: names
      .slice(currencies)
      .flatMap((name, place) =>
        Array.from({ length: vector[currencies + place] as number }, () => name.slice(1)),
      ),
  };
}
