/** What is compared, as an address names it: packs, or single routes. Nothing about the person stands there. */
import type { Assessment } from '@testamur/engines/recognition';
import { MOST_COMPARED } from './most-compared.ts';

export type Target = {
  /** As in the address. */
  readonly id: string;
  readonly pack: string;
  /** Absent: the best route of the authority. */
  readonly route?: string;
};

export type ReadTargets = {
  readonly targets: readonly Target[];
  /** Nothing of the law is called so. */
  readonly unknown: readonly string[];
  /** Beyond four. */
  readonly tooMany: readonly string[];
};

/** @example readTargets('gb,de.third-country', assessment).targets // [{ id: 'gb', pack: 'gb' }, { …, route: 'de.third-country' }] */
export function readTargets(text: string, { authorities }: Pick<Assessment, 'authorities'>): ReadTargets {
  const ids = [...new Set(text.split(',').map((id) => id.trim()))].filter((id) => id !== '');
  const known = new Map<string, Target>();
  for (const { pack, status, routes } of authorities) {
    if (status === undefined) continue;
    known.set(pack, { id: pack, pack });
    for (const { route } of routes) known.set(route, { id: route, pack, route });
  }
  const found = ids.flatMap((id) => known.get(id) ?? []);
  return {
    targets: found.slice(0, MOST_COMPARED),
    unknown: ids.filter((id) => !known.has(id)),
    tooMany: found.slice(MOST_COMPARED).map(({ id }) => id),
  };
}
