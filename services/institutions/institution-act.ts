import type { Result } from '@testamur/engines/kernel';
import type { ActStores, Platform } from '../authorising/index.ts';
import type { InstitutionsProblem } from './errors.ts';
import type { InstitutionStore } from './institution-store.ts';

export type InstitutionStores = ActStores & { readonly institutions: InstitutionStore };
export type InstitutionPlatform = Platform<InstitutionStores>;
export type Answer<T> = Promise<Result<T, InstitutionsProblem>>;
