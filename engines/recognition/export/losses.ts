/** What an export cannot say, gathered while it is written: nothing is left out silently. */
export type Loss = {
  /** An operator (`withinPeriod`), or a feature of rules, routes and steps (`cohort`, `citations`). */
  readonly feature: string;
  readonly why: string;
  /** Rules, routes and steps that have it. */
  readonly places: readonly string[];
};

export type LossBook = {
  readonly lose: (feature: string, place: string, why: string) => void;
  readonly all: () => readonly Loss[];
};

export function openLossBook(): LossBook {
  const found = new Map<string, { why: string; places: Set<string> }>();
  return {
    lose: (feature, place, why) => {
      const held = found.get(feature) ?? { why, places: new Set<string>() };
      held.places.add(place);
      found.set(feature, held);
    },
    all: () =>
      [...found]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([feature, { why, places }]) => ({ feature, why, places: [...places].sort() })),
  };
}

/** For readers of the document itself. */
export const tellLosses = (losses: readonly Loss[]): string =>
  losses.length === 0
    ? 'This export says all that the rules say.'
    : `This export says less than the rules do: ${losses.map(({ feature, why, places }) => `${feature} (${places.length}): ${why}`).join(' ')}`;
