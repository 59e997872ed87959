import { err, ok, type Result } from '@testamur/engines/kernel';
import type { ActStores, Platform } from '../authorising/index.ts';
import { notFound, type PeopleProblem } from './errors.ts';
import type { PeopleStore } from './people-store.ts';

export type PeopleStores = ActStores & { readonly people: PeopleStore };
export type PeoplePlatform = Platform<PeopleStores>;
export type Answer<T> = Promise<Result<T, PeopleProblem>>;

/** What is said of a change by the number of rows that it met. */
export function changed(rows: number, what: string): Result<null, PeopleProblem> {
  return rows === 0 ? err(notFound(what)) : ok(null);
}
