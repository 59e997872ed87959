type Left = { readonly rule: string; readonly title: string; readonly because: string };

export type SameReason = { readonly because: string; readonly rules: readonly Left[] };

/** Rules that share a reason stand together; in the order of the first of each. */
export function groupByReason(left: readonly Left[]): readonly SameReason[] {
  const reasons = new Map<string, Left[]>();
  for (const each of left) reasons.set(each.because, [...(reasons.get(each.because) ?? []), each]);
  return [...reasons].map(([because, rules]) => ({ because, rules }));
}
