/** Every mutant of a rule: of its conditions, and of the days that bound its versions. */

import { toPointer } from '../../kernel/index.ts';
import type { Rule, RuleVersion, Table } from '../language/pack.ts';
import type { FactType, Vocabulary } from '../language/vocabulary.ts';
import { daysOf, type Place, walkNodes } from '../language/walk-nodes.ts';
import { typeOfFact } from '../lint/fact-types.ts';
import type { Path } from '../schema/problem.ts';
import { besideDay } from './change-literals.ts';
import { changeNode, type OtherCode } from './change-node.ts';
import type { Mutant } from './mutant.ts';
import { replaceAt } from './replace-at.ts';

export type MutationWords = { readonly vocabulary: Vocabulary; readonly tables: ReadonlyMap<string, Table> };

export function mutateRule(rule: Rule, words: MutationWords): readonly Mutant[] {
  const mutants = rule.versions.flatMap((version, index) => {
    const base: Path = ['versions', index];
    const put = (at: Path, change: string, part: unknown): Mutant => ({
      rule: rule.rule,
      id: `${version.version} ${toPointer(at)} ${change}`,
      mutated: replaceAt(rule, [...base, ...at], part),
    });
    return [...mutateBounds(version, put), ...mutateConditions(version, words, put)];
  });
  return withoutDoubles(rule, mutants);
}

type Put = (at: Path, change: string, part: unknown) => Mutant;

function mutateConditions(version: RuleVersion, words: MutationWords, put: Put): readonly Mutant[] {
  const otherCode = otherCodeIn(words);
  return walkNodes(version.when, ['when']).flatMap(({ node, at, place }) => [
    ...changeNode(node, place, otherCode).map(({ change, node: changed }) => put(at, change, changed)),
    // Days written as literals inside other day expressions are reached through the comparison itself.
    ...daysOf(node, at).flatMap(({ day, at: dayAt }) =>
      typeof day !== 'string' && 'latest' in day
        ? [put(dayAt, 'latest → earliest', { earliest: day.latest })]
        : typeof day !== 'string' && 'earliest' in day
          ? [put(dayAt, 'earliest → latest', { latest: day.earliest })]
          : [],
    ),
  ]);
}

/** A bound dropped, and each bound a day earlier and later. */
function mutateBounds(version: RuleVersion, put: Put): readonly Mutant[] {
  return (['inForce', 'appliesTo'] as const).flatMap((range) =>
    (['from', 'to'] as const).flatMap((bound) => {
      const day = version[range]?.[bound];
      if (day === undefined) return [];
      const moved = /^\d{4}-\d{2}-\d{2}$/.test(day) ? besideDay(day) : [];
      return [
        put([range, bound], 'drop', undefined),
        ...moved.map(({ change, value }) => put([range, bound], change, value)),
      ];
    }),
  );
}

/** The code after it in its list, as the vocabulary orders them; codes of tables have no list. */
function otherCodeIn(words: MutationWords): OtherCode {
  return (fact, place: Place, code) => {
    const type: FactType | undefined = typeOfFact(fact, place, words, [], () => undefined);
    const entries =
      type !== undefined && 'codes' in type
        ? (words.vocabulary.codeLists.get(type.codes)?.entries ?? [])
        : [];
    const codes = entries.map((entry) => entry.code);
    return codes[(codes.indexOf(code) + 1) % codes.length] === code
      ? undefined
      : codes[(codes.indexOf(code) + 1) % codes.length];
  };
}

/** Two changes that give the same rule are one mutant; a change that gives the rule itself is none. */
function withoutDoubles(rule: Rule, mutants: readonly Mutant[]): readonly Mutant[] {
  const seen = new Set([JSON.stringify(rule)]);
  return mutants.filter(({ mutated }) => {
    const text = JSON.stringify(mutated);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
