/** How well the cases of a pack pin down its rules: each mutant must make a case or a story fail. */
import { ALWAYS_KNOWN, type Bench } from '../cases/bench.ts';
import { type Comparison, compareNodes } from '../cells/compare-nodes.ts';
import { showValues } from '../cells/show-values.ts';
import { literalDay } from '../language/literals.ts';
import type { Pack, Rule } from '../language/pack.ts';
import type { PackSuite } from '../language/suite.ts';
import { type ResolvedLaw, resolveRule } from '../query/resolve-query.ts';
import { type Judge, judgesOf } from './judges.ts';
import type { Mutant } from './mutant.ts';
import { mutateRule } from './mutate-rule.ts';
import { sampleOf } from './sample.ts';

export type MutationReport = {
  readonly pack: string;
  /** Cases and stories that hold on the rules as written: only these can tell a mutant from them. */
  readonly judges: number;
  readonly mutants: number;
  readonly killed: number;
  /** Listed as equal with a reason. */
  readonly equivalent: number;
  /** Of these, shown equal on every cell between the cut points. */
  readonly provedEqual: number;
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

type Verdict = { readonly mutant: Mutant; readonly killer: string | undefined; readonly claimed: boolean };

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
  const verdicts = mutants.map(
    (mutant): Verdict => ({
      mutant,
      killer: killerOf(mutant, judges, pack.pack),
      claimed: claims.has(keyOf(mutant.rule, mutant.id)),
    }),
  );
  const lastingClaims = verdicts
    .filter(({ claimed, killer }) => claimed && killer === undefined)
    .map(({ mutant }) => ({ mutant, ...compareMutant(mutant, pack, bench) }));
  const equivalent = lastingClaims.filter(({ answer }) => answer !== 'differ').length;
  const killed = verdicts.filter(({ killer }) => killer !== undefined).length;
  return {
    pack: pack.pack,
    judges: judges.length,
    mutants: mutants.length,
    killed,
    equivalent,
    provedEqual: lastingClaims.filter(({ answer }) => answer === 'equal').length,
    survivors: verdicts
      .filter(({ killer, claimed }) => killer === undefined && !claimed)
      .map(({ mutant }) => mutant),
    wrongClaims: [
      ...verdicts.flatMap(({ mutant: { rule, id }, killer, claimed }) =>
        claimed && killer !== undefined
          ? [{ rule, mutant: id, problem: `not equal: “${killer}” tells them apart` }]
          : [],
      ),
      ...lastingClaims.flatMap(({ mutant: { rule, id }, witness }) =>
        witness === undefined ? [] : [{ rule, mutant: id, problem: `not equal: they differ for ${witness}` }],
      ),
      ...unknownClaims(suite, all),
    ],
    score: mutants.length === equivalent ? 1 : killed / (mutants.length - equivalent),
  };
}

/** What is claimed equal is tried on every cell between its cut points; what has none rests on the reason given. */
function compareMutant(
  { rule, mutated }: Mutant,
  pack: Pack,
  bench: Bench,
): { readonly answer: Comparison['answer']; readonly witness?: string } {
  const original = pack.rules.find((each) => each.rule === rule);
  const law = bench.lawOn(literalDay(pack.version.replaceAll('.', '-')), ALWAYS_KNOWN);
  const changed = mutated.versions.findIndex(
    ({ when }, index) => JSON.stringify(when) !== JSON.stringify(original?.versions[index]?.when),
  );
  const [before, after] = [original?.versions[changed]?.when, mutated.versions[changed]?.when];
  if (before === undefined || after === undefined) return { answer: 'unsure' };
  const comparison = compareNodes(before, after, law);
  return comparison.answer === 'differ'
    ? { answer: 'differ', witness: showValues(comparison.values, bench.vocabulary) }
    : comparison;
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
