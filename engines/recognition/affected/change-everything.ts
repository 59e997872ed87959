/** A law in which one thing is changed in every rule, or in some: what two versions that differ throughout can look like. For tests and figures. */
import type { LawBook } from '../assess/prepare-law.ts';
import { makeRandom } from '../differential/random.ts';
import { mutateRule } from '../mutation/mutate-rule.ts';

export type ChangedLaw = {
  readonly book: LawBook;
  /** Rules of which something was changed; a rule that only says what is not researched has nothing to change. */
  readonly rules: readonly string[];
};

/** The same seed makes the same changes, in the rules that are wanted. */
export function changeEverything(
  book: LawBook,
  seed: number,
  isWanted: (rule: string) => boolean = () => true,
): ChangedLaw {
  const random = makeRandom(seed);
  const changed: string[] = [];
  const packs = book.packs.map((pack) => {
    const tables = new Map(pack.tables.map((table) => [table.table, table]));
    const rules = pack.rules.map((rule) => {
      if (!isWanted(rule.rule)) return rule;
      const mutants = mutateRule(rule, { vocabulary: book.vocabulary, tables });
      if (mutants.length === 0) return rule;
      changed.push(rule.rule);
      return random.pick(mutants).mutated;
    });
    return { ...pack, rules };
  });
  return { book: { ...book, packs }, rules: changed };
}
