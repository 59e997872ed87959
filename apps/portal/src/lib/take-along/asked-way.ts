import type { Plan, Wishes } from '@testamur/engines/planner';

/** Which way is printed. The server searches anew, and prints it if it is still there. */
export type AskedWay = {
  readonly target: { readonly route: string } | { readonly pack: string };
  readonly wishes?: Wishes;
  readonly point?: {
    readonly route: string;
    readonly steps: readonly string[];
    readonly assumes: readonly string[];
    readonly basis?: string;
  };
};

/** The way that the page shows, told as the ways of its authority are told apart; only the route where there is none. */
export function wayOf(route: string, plan: Plan | undefined, wishes: Wishes): AskedWay {
  if (plan === undefined) return { target: { route }, wishes };
  const { target, basis, steps, assumes } = plan;
  const point = {
    route: target.route,
    steps: steps.map(({ key }) => key),
    assumes: assumes.map(({ rule }) => rule),
    ...(basis === undefined ? {} : { basis }),
  };
  return { target: { pack: target.pack }, wishes, point };
}
