/** What a front is worth: what was proved, within which limits, by which law. */
import type { Money } from '../kernel/index.ts';
import type { FrontCertificate, FrontPoint } from './front.ts';
import { boundOf, exploredOf, type FoundWays } from './front-targets.ts';
import type { Plan } from './plan.ts';
import type { Planning } from './planning.ts';

export function certificateOf(
  planning: Planning,
  { results, candidates }: Pick<FoundWays, 'results' | 'candidates'>,
  points: readonly FrontPoint[],
  hopLimit: number,
): FrontCertificate {
  const { book } = planning.law;
  const isExact = results.every(({ complete }) => complete);
  const reached = results.filter(({ ways, complete }) => ways.length > 0 || !complete);
  const lower = boundOf(reached, planning);
  const best = boundOf(
    candidates.map(({ way }) => ({ lower: { cost: way.cost, end: way.end } })),
    planning,
  );
  const above = best.cost.flatMap(({ amount, currency }): readonly Money[] => {
    const less = amount - (lower.cost.find((each) => each.currency === currency)?.amount ?? 0);
    return less > 0 ? [{ amount: less, currency }] : [];
  });
  return {
    claim: isExact ? 'exact' : 'gap',
    lowerBounds: isExact ? best : lower,
    gap: isExact ? { cost: [], days: 0 } : { cost: above, days: Math.max(0, best.days - lower.days) },
    hopLimit,
    packs: book.packs.map(({ pack, version }) => {
      const hash = book.hashes.get(pack);
      return { pack, version, ...(hash === undefined ? {} : { hash }) };
    }),
    questions: questionsOf(points.map(({ plan }) => plan)),
    explored: exploredOf(results),
  };
}

function questionsOf(plans: readonly Plan[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { questions } of plans)
    for (const question of questions) counts.set(question, (counts.get(question) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([question]) => question);
}
