import type { Instant, Uuid } from '../authorising/index.ts';

export type Endpoint = {
  readonly endpointId: Uuid;
  readonly url: string;
  /** Acts of the organisation of which it is told. */
  readonly kinds: readonly string[];
  readonly createdBy: Uuid;
  readonly createdAt: Instant;
};
export type EndpointFound = Endpoint & {
  readonly failingSince: Instant | undefined;
  readonly disabledAt: Instant | undefined;
  readonly disabledWhy: 'by-administrator' | 'failing' | undefined;
};

export type Delivery = {
  readonly messageId: Uuid;
  readonly kind: string;
  readonly createdAt: Instant;
  readonly attempts: number;
  readonly triedAt: Instant | undefined;
  readonly sentAt: Instant | undefined;
  readonly failedAt: Instant | undefined;
  readonly withheldAt: Instant | undefined;
  readonly lastError: string | undefined;
};

export type EndpointState =
  | { readonly kind: 'working' }
  | { readonly kind: 'failing'; readonly since: Instant }
  | { readonly kind: 'disabled'; readonly at: Instant; readonly why: 'by-administrator' | 'failing' };

/** Who is told of acts, with which secrets, and what became of it. */
export type WebhookStore = {
  add(organisation: Uuid, endpoint: Endpoint): Promise<void>;
  find(organisation: Uuid, endpointId: Uuid): Promise<EndpointFound | undefined>;
  list(organisation: Uuid): Promise<readonly EndpointFound[]>;
  setKinds(organisation: Uuid, endpointId: Uuid, kinds: readonly string[]): Promise<number>;
  setState(organisation: Uuid, endpointId: Uuid, state: EndpointState): Promise<number>;
  addSecret(
    organisation: Uuid,
    secret: { endpointId: Uuid; secretId: Uuid; secret: string; at: Instant },
  ): Promise<void>;
  /** Those in use serve until the instant. */
  endSecrets(organisation: Uuid, endpointId: Uuid, at: Instant): Promise<number>;
  /** Those that sign at the instant, the newest first. */
  listSecrets(organisation: Uuid, endpointId: Uuid, at: Instant): Promise<readonly string[]>;
  /** Newest first. */
  listDeliveries(organisation: Uuid, endpointId: Uuid, limit: number): Promise<readonly Delivery[]>;
  /** Waits again, with a job of its own. */
  resend(organisation: Uuid, messageId: Uuid): Promise<number>;
};
