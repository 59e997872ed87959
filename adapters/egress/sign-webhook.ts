import { createHmac, timingSafeEqual } from 'node:crypto';

/** What is signed: the id tells a double, the time an old letter sent again. */
export type SignedWebhook = {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
};

/** The secret's word is not part of the key. */
const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

/**
 * The headers of Standard Webhooks (standardwebhooks.com, signature scheme v1): HMAC-SHA256 over `id.timestamp.body`, one signature per secret,
 * so that a receiver who changes hers loses nothing.
 */
export function signWebhook(
  { id, timestamp, body }: SignedWebhook,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const signatures = secrets.map(
    (secret) =>
      `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}

/** A receiver allows for clocks that differ, and for nothing older. */
const TOLERANCE_S = 300;

/** What a receiver does; also what shows that our headers can be checked. */
export function verifyWebhook(
  given: { readonly headers: Readonly<Record<string, string | undefined>>; readonly body: string },
  secret: string,
  nowS: number,
): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signatures } = given.headers;
  if (!id || !time || !signatures || !/^\d{1,12}$/.test(time)) return false;
  if (Math.abs(nowS - Number(time)) > TOLERANCE_S) return false;
  const wanted = signWebhook({ id, timestamp: Number(time), body: given.body }, [secret])[
    'webhook-signature'
  ];
  return signatures.split(' ').some((one) => isSame(one, wanted ?? ''));
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
