import { addAmounts, type Money } from './money.ts';

/**
 * What something costs as far as it is known: one sum per currency, and the names of the parts whose price nobody has told.
 * Unknown is never zero: a cost with unknown parts is *at least* its known sums. No part costs less than nothing.
 */
export type Cost = {
  /** Sorted by currency, each once, none zero. */
  readonly known: readonly Money[];
  /** Sorted; a part that is paid twice stands twice. */
  readonly unknownParts: readonly string[];
};

/** `undetermined`: the unknown parts, or the missing rate between two currencies, could turn the answer either way. */
export type CostOrder = 'less' | 'equal' | 'greater' | 'undetermined';

export const NO_COST: Cost = { known: [], unknownParts: [] };

export function costOf(money: Money): Cost {
  return addCosts([{ known: [money], unknownParts: [] }]);
}

export function unknownCost(part: string): Cost {
  return { known: [], unknownParts: [part] };
}

/** Whether the cost is to be shown with `≥`. */
export function isAtLeast(cost: Cost): boolean {
  return cost.unknownParts.length > 0;
}

export function addCosts(costs: readonly Cost[]): Cost {
  return {
    known: sumByCurrency(costs.flatMap((cost) => cost.known)),
    unknownParts: costs.flatMap((cost) => cost.unknownParts).sort(),
  };
}

export type CostDifference = {
  /** `a` less `b` in each currency where they differ; an amount may be negative here. */
  readonly known: readonly Money[];
  readonly unknownOnlyInA: readonly string[];
  readonly unknownOnlyInB: readonly string[];
};

/** How two costs differ: unknown parts common to both cancel, each as often as both have it. */
export function differenceOfCosts(a: Cost, b: Cost): CostDifference {
  const minus = b.known.map(({ amount, currency }) => ({ amount: -amount, currency }));
  return {
    known: sumByCurrency([...a.known, ...minus]),
    unknownOnlyInA: withoutEach(a.unknownParts, b.unknownParts),
    unknownOnlyInB: withoutEach(b.unknownParts, a.unknownParts),
  };
}

/** Says `less` or `greater` only when it holds whatever the unknown parts cost and at whatever rates the currencies change. */
export function compareCosts(a: Cost, b: Cost): CostOrder {
  const { known, unknownOnlyInA, unknownOnlyInB } = differenceOfCosts(a, b);
  const aMayBeMore = unknownOnlyInA.length > 0 || known.some(({ amount }) => amount > 0);
  const bMayBeMore = unknownOnlyInB.length > 0 || known.some(({ amount }) => amount < 0);
  if (aMayBeMore && bMayBeMore) return 'undetermined';
  if (!aMayBeMore && !bMayBeMore) return 'equal';
  // An unknown part may turn out to cost nothing: only a known difference settles the order.
  if (known.length === 0) return 'undetermined';
  return aMayBeMore ? 'greater' : 'less';
}

function sumByCurrency(moneys: readonly Money[]): readonly Money[] {
  const currencies = [...new Set(moneys.map((money) => money.currency))].sort();
  return currencies
    .map((currency) => ({
      amount: addAmounts(moneys.filter((money) => money.currency === currency).map((money) => money.amount)),
      currency,
    }))
    .filter(({ amount }) => amount !== 0);
}

function withoutEach(parts: readonly string[], taken: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const part of taken) left.set(part, (left.get(part) ?? 0) + 1);
  return parts.filter((part) => {
    const times = left.get(part) ?? 0;
    left.set(part, times - 1);
    return times <= 0;
  });
}
