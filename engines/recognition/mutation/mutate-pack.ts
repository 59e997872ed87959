/** How well the cases of a pack pin down its rules: each mutant must make a case or a story fail. */
import type { Bench } from '../cases/bench.ts';
import type { Pack, Rule } from '../language/pack.ts';
import type { PackSuite } from '../language/suite.ts';
import { type ResolvedLaw, resolveRule } from '../query/resolve-query.ts';
import { type Judge, judgesOf } from './judges.ts';
import type { Mutant } from './mutant.ts';
import { mutateRule } from './mutate-rule.ts';
import { sampleOf } from './sample.ts';

export type MutationReport = {
  readonly pack: string;
  readonly mutants: number;
  readonly killed: number;
  /** Listed as equal with a reason. */
  readonly equivalent: number;
  readonly survivors: readonly Mutant[];
  /** Listed as equal, and yet a case tells them apart, or there is no such mutant. */
  readonly wrongClaims: readonly {
    readonly rule: string;
    readonly mutant: string;
    readonly problem: string;
  }[];
  /** Killed of those that are not equal, 0 to 1. */
  readonly score: number;
};

export type MutationOptions = { readonly sample?: number; readonly seed?: number };

export function mutatePack(
  bench: Bench,
  pack: Pack,
  suite: PackSuite,
  options: MutationOptions = {},
): MutationReport {
  const judges = judgesOf(bench, pack, suite);
  const tables = new Map(
    bench.packs.flatMap((each) => each.tables.map((table) => [table.table, table] as const)),
  );
  const all = pack.rules.flatMap((rule) => mutateRule(rule, { vocabulary: bench.vocabulary, tables }));
  const mutants = options.sample === undefined ? all : sampleOf(all, options.sample, options.seed ?? 1);
  const claims = new Set(suite.equivalents.map(({ value }) => keyOf(value.rule, value.mutant)));
  const verdicts = mutants.map((mutant) => ({
    mutant,
    killer: killerOf(mutant, judges, pack.pack),
    claimed: claims.has(keyOf(mutant.rule, mutant.id)),
  }));
  const equivalent = verdicts.filter(({ claimed, killer }) => claimed && killer === undefined).length;
  const killed = verdicts.filter(({ killer }) => killer !== undefined).length;
  const told = verdicts
    .filter(({ claimed, killer }) => claimed && killer !== undefined)
    .map(({ mutant, killer }) => ({
      rule: mutant.rule,
      mutant: mutant.id,
      problem: `not equal: “${killer}” tells them apart`,
    }));
  return {
    pack: pack.pack,
    mutants: mutants.length,
    killed,
    equivalent,
    survivors: verdicts
      .filter(({ killer, claimed }) => killer === undefined && !claimed)
      .map(({ mutant }) => mutant),
    wrongClaims: [...told, ...unknownClaims(suite, all)],
    score: mutants.length === equivalent ? 1 : killed / (mutants.length - equivalent),
  };
}

const keyOf = (rule: string, mutant: string): string => `${rule} ${mutant}`;

function unknownClaims({ equivalents }: PackSuite, all: readonly Mutant[]): MutationReport['wrongClaims'] {
  const known = new Set(all.map(({ rule, id }) => keyOf(rule, id)));
  return equivalents
    .filter(({ value }) => !known.has(keyOf(value.rule, value.mutant)))
    .map(({ value: { rule, mutant } }) => ({ rule, mutant, problem: 'there is no such mutant (any more)' }));
}

/** The first case that fails under the mutant; the law of a pair of dates is changed once for all cases on it. */
function killerOf({ rule, mutated }: Mutant, judges: readonly Judge[], pack: string): string | undefined {
  const changed = new Map<ResolvedLaw, ResolvedLaw>();
  return judges.find((judge) => {
    if (!judge.touches.has(rule)) return false;
    const law = changed.get(judge.law) ?? withRule(judge.law, mutated, pack);
    changed.set(judge.law, law);
    return !judge.holds(law, rule);
  })?.name;
}

const withRule = (law: ResolvedLaw, rule: Rule, pack: string): ResolvedLaw => ({
  ...law,
  rules: new Map(law.rules).set(rule.rule, resolveRule(rule, pack, law.query)),
});
