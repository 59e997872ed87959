import type { Day } from '@testamur/engines/kernel';
import { compiledEvaluator, type LawBook, type PreparedLaw, prepareLaw } from '@testamur/engines/recognition';

/** The law of a pair of dates, ready to be asked for any number of people. */
export type LawOfDays = (on: Day, knownOn: Day) => PreparedLaw;

/** Most questions are about today; a few about a day in the past. */
const MOST_KEPT = 6;

/** Prepares the law of a pair of dates when it is first asked for and keeps the pairs asked for last. */
export function keepPreparedLaws(book: LawBook, most = MOST_KEPT): LawOfDays {
  const kept = new Map<string, PreparedLaw>();
  return (on, knownOn) => {
    const key = `${on}/${knownOn}`;
    const law = kept.get(key) ?? prepareLaw({ book, on, knownOn, evaluator: compiledEvaluator });
    // A map gives its keys in the order in which they came: the first is the one not asked for longest.
    kept.delete(key);
    kept.set(key, law);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return law;
  };
}
