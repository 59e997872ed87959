/** How often each leaf was seen true, false and unknown. */
import type { Truth } from '../language/verdict.ts';
import type { Outcome } from '../reference/outcome.ts';
import type { Random } from './random.ts';
import { type Leaf, WANTED } from './targets.ts';

export const ENOUGH = 20;
/** A state that so many attempts did not reach comes after all others. */
const PATIENCE = 150;
const AT_ONCE = 8;

export type Goal = { readonly leaf: Leaf; readonly wanted: Truth };
export type Short = { readonly path: string; readonly truth: Truth; readonly seen: number };

export type Coverage = {
  readonly note: (outcome: Outcome) => void;
  /** Some of the goals seen too seldom so far, the hardest last; now and then any one goal where there are none left. */
  readonly nextGoals: (random: Random) => readonly Goal[];
  /** The states seen fewer than twenty times: what lint shows cannot happen, or what chance did not find. */
  readonly short: () => readonly Short[];
};

export function makeCoverage(leaves: readonly Leaf[]): Coverage {
  const goals = leaves.flatMap((leaf) => WANTED.map((wanted): Goal => ({ leaf, wanted })));
  const seen = new Map<string, number>(goals.map((goal) => [keyOf(goal), 0]));
  const tried = new Map<string, number>();
  let open: readonly Goal[] = goals;
  let hard: readonly Goal[] = goals;
  const note = ({ path, truth, children }: Outcome): void => {
    const key = `${truth} ${path}`;
    const held = seen.get(key);
    if (held !== undefined) seen.set(key, held + 1);
    for (const child of children) note(child);
  };
  const isShort = (goal: Goal): boolean => (seen.get(keyOf(goal)) ?? 0) < ENOUGH;
  return {
    note,
    nextGoals: (random) => {
      if (goals.length === 0) return [];
      open = open.filter((goal) => isShort(goal) && (tried.get(keyOf(goal)) ?? 0) < PATIENCE);
      if (open.length === 0) {
        hard = hard.filter(isShort);
        if (hard.length > 0) return random.chance(0.2) ? [random.pick(hard)] : [];
        return random.chance(0.25) ? [random.pick(goals)] : [];
      }
      const chosen = Array.from({ length: AT_ONCE }, () => random.pick(open));
      for (const goal of chosen) tried.set(keyOf(goal), (tried.get(keyOf(goal)) ?? 0) + 1);
      return chosen;
    },
    short: () =>
      goals
        .filter(isShort)
        .map((goal) => ({ path: goal.leaf.path, truth: goal.wanted, seen: seen.get(keyOf(goal)) ?? 0 })),
  };
}

const keyOf = ({ leaf, wanted }: Goal): string => `${wanted} ${leaf.path}`;
