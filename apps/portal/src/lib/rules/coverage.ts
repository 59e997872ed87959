import type { RuleVersion } from '@testamur/engines/recognition';

/** The days on which a version of a rule says anything: before and after them it is unknown. */
export type Coverage = {
  readonly from: string;
  /** `law`: from this day it is in force. `seen`: since when it is in force is not stated; it was seen on this day. */
  readonly fromBecause: 'law' | 'seen';
  /** The first day on which it no longer speaks. */
  readonly until: string;
  /** `law`: it ends. `stale`: it would have to be read again before. */
  readonly untilBecause: 'law' | 'stale';
};

/** `docs/semantics.md` section 11, in days for a page to show. */
export function coverageOf(version: RuleVersion): Coverage {
  const { inForce, reviewBy } = version;
  const stale = dayAfter(reviewBy);
  const ends = inForce?.to;
  const byLaw = ends !== undefined && ends <= stale;
  return {
    from: inForce?.from ?? firstSeen(version),
    fromBecause: inForce?.from === undefined ? 'seen' : 'law',
    until: byLaw ? ends : stale,
    untilBecause: byLaw ? 'law' : 'stale',
  };
}

function firstSeen({ cite, recordedAt }: RuleVersion): string {
  const seen = cite.map((each) => each.seen).filter((day) => day !== 'undated');
  return seen.sort()[0] ?? recordedAt;
}

/** Stale is what is asked for after the day of review, so the day itself still counts. */
function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
