/** What one wording of a rule changes against another, sentence by sentence. */
import type { DayRange, Rule, RuleVersion } from '../language/pack.ts';
import { describeStructure } from '../operators/index.ts';
import type { Words } from '../operators/words.ts';
import { coverageOf } from '../query/resolve-query.ts';
import { aspectOf } from './aspect-of.ts';
import { diffParts } from './diff-parts.ts';
import { sayDifference } from './say-difference.ts';

/** Days of knowledge say nothing about the law itself. */
const OF_KNOWLEDGE = ['version', 'recordedAt', 'reviewBy'];

/** In what the law says: the condition and whom it is for; its citations are given beside it. */
export function compareWordings(before: RuleVersion, after: RuleVersion, words: Words): readonly string[] {
  return diffParts(before, after)
    .filter(({ at }) => !OF_KNOWLEDGE.includes(String(at[0])) && at[0] !== 'inForce' && !at.includes('cite'))
    .map((difference) => {
      const inRule = { ...difference, at: ['versions', after.version, ...difference.at] };
      return sayDifference(inRule, aspectOf('rule', inRule), words);
    });
}

export const sayWording = ({ when }: RuleVersion, words: Words): string =>
  `“${describeStructure(when, words)}”`;

export function sayRange({ from, to }: DayRange): string {
  if (from !== undefined && to !== undefined) return `from ${from} until ${to}`;
  if (from !== undefined) return `from ${from}`;
  return to === undefined ? 'from a day that is not established' : `until ${to}`;
}

/**
 * What a wording takes the place of: the wording of the same version that was recorded before it, else the version in force before it
 * for the same people.
 */
export function predecessorOf({ versions }: Rule, wording: RuleVersion): RuleVersion | undefined {
  const others = versions.filter((each) => each !== wording);
  const corrected = others.filter(
    (each) => each.version === wording.version && each.recordedAt <= wording.recordedAt,
  );
  if (corrected.length > 0) return last(corrected, ({ recordedAt }) => recordedAt);
  const from = coverageOf(wording).from;
  const earlier = others.filter((each) => each.version !== wording.version && coverageOf(each).from < from);
  return (
    last(earlier, (each) => each.inForce?.from ?? '') ??
    others.find(
      ({ version }) => version !== wording.version && others.length === 1 && isOlder(version, wording),
    )
  );
}

const isOlder = (version: string, wording: RuleVersion): boolean => version < wording.version;

const last = <T>(values: readonly T[], keyOf: (value: T) => string): T | undefined =>
  values.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0)).at(-1);

/** A wording that came, in one sentence: from when it holds, and what it changes. */
export function tellNewWording(rule: Rule, wording: RuleVersion, words: Words): string {
  const before = predecessorOf(rule, wording);
  const head = `Version ${wording.version}, in force ${sayRange(wording.inForce ?? {})}`;
  if (before === undefined) return `${head}, asks ${sayWording(wording, words)}`;
  const changes = compareWordings(before, wording, words);
  const which =
    before.version === wording.version ? 'corrects what was recorded' : `follows ${before.version}`;
  return `${head}, ${which}: ${changes.length === 0 ? 'the same condition' : changes.join('; ')}`;
}
