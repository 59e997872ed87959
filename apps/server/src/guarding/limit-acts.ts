import type { Problem } from '@testamur/engines/kernel';

/** So many within so long. */
export type ActLimit = { readonly most: number; readonly spanMs: number };

/** How often one may do one act. */
export type ActLimits = {
  readonly usual: ActLimit;
  /** Acts that need a fresh proof: nobody issues keys all day. */
  readonly stepUp: ActLimit;
  /** By act; those who are not signed in share what their network has. */
  readonly byAct: Readonly<Record<string, ActLimit>>;
};

const MINUTE = 60_000;

export const ACT_LIMITS: ActLimits = {
  usual: { most: 240, spanMs: MINUTE },
  stepUp: { most: 20, spanMs: MINUTE },
  byAct: {
    // Letters to others' boxes: each account has five an hour besides.
    'identifying.ask-for-link': { most: 30, spanMs: 60 * MINUTE },
    'identifying.sign-in-with-link': { most: 60, spanMs: 10 * MINUTE },
    'identifying.sign-in-with-code': { most: 60, spanMs: 10 * MINUTE },
  },
};

type Asked = {
  /** The actor, or the address where nobody is known. */
  readonly who: string;
  /** The network of whoever asks. */
  readonly network: string;
  readonly act: string;
  readonly needsStepUp: boolean;
  readonly nowMs: number;
};

export type TooOften = { readonly problem: Problem; readonly seconds: number };

/** What all processes count together; undefined while that cannot be said. */
export type SharedCount = (asked: {
  readonly who: string;
  readonly what: string;
  readonly most: number;
  readonly spanMs: number;
  readonly wanted: number;
  readonly nowMs: number;
}) => Promise<{ readonly granted: number; readonly waitMs: number } | undefined>;

export type ActLimiter = {
  /** Counts, and refuses above the limit. */
  take(asked: Asked): Promise<TooOften | undefined>;
};

/** A process takes an eighth at once, so that it need not ask for each act; what it has not used after an eighth of the span is lost. */
const SHARE = 8;
/** Above it the oldest go: memory is not the attacker's to fill. */
const MOST_HELD = 20_000;

type Held = { left: number; until: number; refusedUntil: number };

/**
 * A bucket for each actor and act, which fills again evenly: who uses many addresses has one allowance, and many who share one address have one
 * each. It is counted for all processes together. While the count cannot be asked nothing is refused here: the act asks the same store.
 */
export function limitActs(limits: ActLimits, count: SharedCount): ActLimiter {
  const held = new Map<string, Held>();
  return {
    async take({ who, network, act, needsStepUp, nowMs }) {
      const own = limits.byAct[act];
      const { most, spanMs } = own ?? (needsStepUp ? limits.stepUp : limits.usual);
      const counted = own === undefined ? who : network;
      const key = `${counted} ${act}`;
      const known = held.get(key);
      if (known && nowMs < known.refusedUntil) return tooOften(act, known.refusedUntil - nowMs);
      if (known && known.left > 0 && nowMs < known.until) {
        known.left -= 1;
        return undefined;
      }
      const wanted = Math.max(1, Math.floor(most / SHARE));
      const taken = await count({ who: counted, what: act, most, spanMs, wanted, nowMs });
      if (taken === undefined) return undefined;
      if (!held.has(key) && held.size >= MOST_HELD) dropOldest(held);
      const refusedUntil = taken.granted > 0 ? 0 : nowMs + taken.waitMs;
      held.set(key, { left: taken.granted - 1, until: nowMs + spanMs / SHARE, refusedUntil });
      return taken.granted > 0 ? undefined : tooOften(act, taken.waitMs);
    },
  };
}

function dropOldest(held: Map<string, Held>): void {
  const [oldest] = held.keys();
  if (oldest !== undefined) held.delete(oldest);
}

function tooOften(act: string, waitMs: number): TooOften {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  const message = `${act} was done too often lately.`;
  return {
    seconds,
    problem: { code: 'HTTP_RATE_LIMITED', message, hint: `Wait ${seconds} s and try again.` },
  };
}
