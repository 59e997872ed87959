/** RFC 9562, lower case. */
export type Uuid = string;
/** RFC 3339 in UTC with milliseconds, `2026-11-22T16:30:00.000Z`: texts of this form sort as their instants do. */
export type Instant = string;

/** Who acts. `console` is whoever works at the machine, `worker` the loop that does the jobs; no request from a network is ever made with them. */
export type Actor =
  | { readonly kind: 'person'; readonly id: Uuid }
  | { readonly kind: 'service-account'; readonly id: Uuid }
  | { readonly kind: 'console' }
  | { readonly kind: 'worker' }
  | { readonly kind: 'anonymous' };

/** One request to act. Time and identity come from outside; nothing here reads a clock. */
export type Request = {
  readonly actor: Actor;
  /** The organisation acted for. */
  readonly organisation?: Uuid;
  readonly at: Instant;
  /** Why, in the words of whoever acts; kept in the audit trail. */
  readonly reason?: string;
  /** Where the request came in: `api`, `portal`, `console`, `worker`. */
  readonly site: string;
  /** The secret of a one-time link, as presented. */
  readonly secret?: string;
  /** A mail address, as presented by somebody who is not signed in. */
  readonly mail?: string;
  /** An account at another provider, as it was proved there. */
  readonly identity?: { readonly issuer: string; readonly subject: string };
  /** The approved request that this act carries out. */
  readonly approval?: Uuid;
  /** The person about whom the console acts. */
  readonly subject?: Uuid;
  /**
   * What the sender calls this request, so that asking again does nothing twice. An act that was done under this key answers as it did then.
   * See `adapters/postgres/idempotency`.
   */
  readonly idempotencyKey?: string;
  /** When the actor last proved who she is; acts that need a fresh proof compare it with `at`. */
  readonly provedAt?: Instant;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export const isUuid = (text: string): boolean => UUID.test(text);
export const isInstant = (text: string): boolean => INSTANT.test(text);

/** The nil UUID: it is nobody's, and of no organisation. */
export const NOBODY: Uuid = '00000000-0000-0000-0000-000000000000';

/** The person or program that acts. */
export function actorId(actor: Actor): Uuid | undefined {
  return actor.kind === 'person' || actor.kind === 'service-account' ? actor.id : undefined;
}

/** For records that name who acted; where nobody did, the fences have refused before. */
export const actorOf = (request: Request): Uuid => actorId(request.actor) ?? NOBODY;
export const organisationOf = (request: Request): Uuid => request.organisation ?? NOBODY;
