import type { Problem } from '@testamur/engines/kernel';

/** How often one may do one act within a minute. */
export type ActLimits = {
  readonly perMinute: number;
  /** Of acts that need a fresh proof: nobody issues keys all day. */
  readonly stepUpPerMinute: number;
};

export const ACT_LIMITS: ActLimits = { perMinute: 240, stepUpPerMinute: 20 };

type Asked = {
  /** The actor, or the address where nobody is known. */
  readonly who: string;
  readonly act: string;
  readonly needsStepUp: boolean;
  readonly nowMs: number;
};

export type TooOften = { readonly problem: Problem; readonly seconds: number };

export type ActLimiter = {
  /** Counts, and refuses above the limit. */
  take(asked: Asked): TooOften | undefined;
};

const MINUTE = 60_000;
/** Above it the full buckets go, and then the oldest: memory is not the attacker's to fill. */
const MOST_BUCKETS = 20_000;

type Bucket = { left: number; readonly most: number; at: number };

/**
 * A bucket for each actor and act, which fills again evenly within a minute: who uses many addresses has one allowance, and many who share
 * one address have one each. It is kept by the process: several have as many allowances.
 */
export function limitActs(limits: ActLimits): ActLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    take({ who, act, needsStepUp, nowMs }) {
      const most = needsStepUp ? limits.stepUpPerMinute : limits.perMinute;
      const key = `${who} ${act}`;
      const bucket = buckets.get(key) ?? { left: most, most, at: nowMs };
      refill(bucket, nowMs);
      if (bucket.left < 1) return tooOften(act, Math.ceil((1 - bucket.left) * (MINUTE / most)));
      bucket.left -= 1;
      if (!buckets.has(key) && buckets.size >= MOST_BUCKETS) makeRoom(buckets, nowMs);
      buckets.set(key, bucket);
      return undefined;
    },
  };
}

function refill(bucket: Bucket, nowMs: number): void {
  const passed = Math.max(0, nowMs - bucket.at);
  bucket.left = Math.min(bucket.most, bucket.left + (passed / MINUTE) * bucket.most);
  bucket.at = nowMs;
}

function makeRoom(buckets: Map<string, Bucket>, nowMs: number): void {
  for (const [key, { left, most, at }] of buckets)
    if (left + ((nowMs - at) / MINUTE) * most >= most) buckets.delete(key);
  for (const key of buckets.keys()) {
    if (buckets.size < MOST_BUCKETS) return;
    buckets.delete(key);
  }
}

function tooOften(act: string, waitMs: number): TooOften {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  const message = `${act} was done too often within a minute.`;
  return {
    seconds,
    problem: { code: 'HTTP_RATE_LIMITED', message, hint: `Wait ${seconds} s and try again.` },
  };
}
