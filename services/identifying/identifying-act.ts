import { err, ok, type Result } from '@testamur/engines/kernel';
import type { ActStores, Platform } from '../authorising/index.ts';
import { type IdentifyingProblem, notFound } from './errors.ts';
import type { IdentifyingStore } from './identifying-store.ts';
import type { PasskeyVerifier } from './passkey-port.ts';
import type { ProgramStore } from './program-store.ts';
import type { RecoveryStore } from './recovery-store.ts';

export type IdentifyingStores = ActStores & {
  readonly identifying: IdentifyingStore & RecoveryStore;
  readonly programs: ProgramStore;
};
export type IdentifyingPlatform = Platform<IdentifyingStores> & { readonly passkeys: PasskeyVerifier };
export type Answer<T> = Promise<Result<T, IdentifyingProblem>>;

/** What is said of a change by the number of rows that it met. */
export function changed(rows: number, what: string): Result<null, IdentifyingProblem> {
  return rows === 0 ? err(notFound(what)) : ok(null);
}
