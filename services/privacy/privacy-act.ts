import type { Result } from '@testamur/engines/kernel';
import type { ActStores, Platform } from '../authorising/index.ts';
import type { PrivacyProblem } from './errors.ts';
import type { PersonKeys } from './person-keys.ts';
import type { PrivacyStore } from './privacy-store.ts';

export type PrivacyStores = ActStores & { readonly privacy: PrivacyStore };
export type PrivacyPlatform = Platform<PrivacyStores>;
/** For acts after which a key is destroyed or closed. */
export type KeyedPlatform = PrivacyPlatform & {
  readonly personKeys: Pick<PersonKeys, 'destroy' | 'restrict'>;
};
export type Answer<T> = Promise<Result<T, PrivacyProblem>>;
