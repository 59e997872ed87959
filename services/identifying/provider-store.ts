import type { Instant, Uuid } from '../authorising/index.ts';
import type { IdentityProved, Provider } from './provider-port.ts';

export type ProviderKept = Provider & { readonly setBy: Uuid; readonly setAt: Instant };

export type IdentityFound = IdentityProved & {
  readonly identityId: Uuid;
  readonly personId: Uuid;
  readonly linkedAt: Instant;
};

/** Providers of organisations, one at a time each, and people's accounts there, which lie in their own tenants. */
export type ProviderStore = {
  setProvider(organisation: Uuid, provider: ProviderKept): Promise<void>;
  endProvider(organisation: Uuid, at: Instant): Promise<number>;
  findProvider(organisation: Uuid): Promise<ProviderKept | undefined>;
  addIdentity(identity: IdentityFound): Promise<void>;
  /** Of whoever has the identity that was presented, the first linked first. */
  findIdentities(proved: IdentityProved): Promise<readonly IdentityFound[]>;
  listIdentities(personId: Uuid): Promise<readonly IdentityFound[]>;
  removeIdentity(personId: Uuid, identityId: Uuid): Promise<number>;
};
