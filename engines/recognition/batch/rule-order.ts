/** Rules in an order in which each comes after those that it refers to; those that refer to themselves are told apart. */
import type { ResolvedLaw } from '../query/resolve-query.ts';
import { leavesOf, referredBy } from './may-settle.ts';

export type RuleOrder = { readonly order: readonly string[]; readonly circular: ReadonlySet<string> };

export function orderRules(law: ResolvedLaw): RuleOrder {
  const order: string[] = [];
  const circular = new Set<string>();
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (id: string): void => {
    const at = path.indexOf(id);
    if (at >= 0) for (const each of path.slice(at)) circular.add(each);
    if (at >= 0 || done.has(id)) return;
    path.push(id);
    const versions = law.rules.get(id)?.versions ?? [];
    for (const referred of referredBy(versions.flatMap(leavesOf))) visit(referred);
    path.pop();
    done.add(id);
    order.push(id);
  };
  for (const id of law.rules.keys()) visit(id);
  return { order, circular };
}
