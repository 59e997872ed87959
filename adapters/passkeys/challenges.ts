import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ChallengePurpose } from '@testamur/services/identifying';

/** A person reads, finds her key, touches it. */
export const CHALLENGE_MS = 5 * 60_000;

const RANDOM = 16;
const TIME = 6;
const SEAL = 32;

type Meant = { readonly purpose: ChallengePurpose; readonly boundTo: string };

function sealOf(secret: Uint8Array, head: Buffer, { purpose, boundTo }: Meant): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\n${boundTo}\n`).update(head).digest();
}

/** 128 random bits, when it was given out, and an HMAC over both with its purpose and whom it is for; in base64url. */
export function makeChallenge(secret: Uint8Array, meant: Meant, nowMs: number): string {
  const head = Buffer.alloc(RANDOM + TIME);
  randomBytes(RANDOM).copy(head);
  head.writeUIntBE(nowMs, RANDOM, TIME);
  return Buffer.concat([head, sealOf(secret, head, meant)]).toString('base64url');
}

/** When the challenge was given out; `undefined` when it is none of ours, was meant for something else, or is too old. */
export function readChallenge(
  secret: Uint8Array,
  challenge: string,
  { nowMs, ...meant }: Meant & { readonly nowMs: number },
): number | undefined {
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.length !== RANDOM + TIME + SEAL) return undefined;
  const head = bytes.subarray(0, RANDOM + TIME);
  if (!timingSafeEqual(bytes.subarray(RANDOM + TIME), sealOf(secret, head, meant))) return undefined;
  const givenMs = head.readUIntBE(RANDOM, TIME);
  const age = nowMs - givenMs;
  return age >= 0 && age <= CHALLENGE_MS ? givenMs : undefined;
}
