/** What a pack makes of the law of its parent, rule by rule: the difference that a reader can follow. */
import type { Pack, Rule, Step } from '../language/pack.ts';
import { indexLaw } from '../lint/law-index.ts';
import { reachedFromRoutes } from './reached-from-routes.ts';

type Named = { readonly rule: string; readonly title: string; readonly text: string };

export type InheritanceView = {
  readonly pack: string;
  readonly name: string;
  readonly from: string;
  readonly parentName: string;
  readonly adopts: readonly (Named & { readonly routes: readonly string[] })[];
  readonly replaces: readonly { readonly rule: Named; readonly by: Named; readonly because: string }[];
  readonly leaves: readonly (Named & { readonly because: string })[];
  /** Rules of the pack that stand in the place of none. */
  readonly adds: readonly Named[];
  /** Rules of the parent of which nothing is said: lint refuses them. */
  readonly unsaid: readonly Named[];
};

/** Undefined for a pack that inherits from none, or from one that is not there. */
export function describeInheritance(
  pack: Pack,
  packs: readonly Pack[],
  commonSteps: readonly Step[],
): InheritanceView | undefined {
  const { inherits } = pack;
  const parent = packs.find((each) => each.pack === inherits?.from);
  if (inherits === undefined || parent === undefined) return undefined;
  const reached = reachedFromRoutes(pack, indexLaw(packs, commonSteps));
  const named = (rules: readonly Rule[], id: string): Named =>
    nameOf(
      rules.find(({ rule }) => rule === id),
      id,
    );
  const said = new Set([
    ...inherits.adopts,
    ...inherits.replaces.map(({ rule }) => rule),
    ...inherits.leaves.map(({ rule }) => rule),
  ]);
  const replacing = new Set(inherits.replaces.map(({ by }) => by));
  return {
    pack: pack.pack,
    name: pack.name,
    from: parent.pack,
    parentName: parent.name,
    adopts: inherits.adopts.map((id) => ({ ...named(parent.rules, id), routes: reached.get(id) ?? [] })),
    replaces: inherits.replaces.map(({ rule, by, because }) => ({
      rule: named(parent.rules, rule),
      by: named(pack.rules, by),
      because,
    })),
    leaves: inherits.leaves.map(({ rule, because }) => ({ ...named(parent.rules, rule), because })),
    adds: pack.rules.filter(({ rule }) => !replacing.has(rule)).map((rule) => nameOf(rule, rule.rule)),
    unsaid: parent.rules.filter(({ rule }) => !said.has(rule)).map((rule) => nameOf(rule, rule.rule)),
  };
}

const nameOf = (rule: Rule | undefined, id: string): Named => ({
  rule: id,
  title: rule?.title ?? id,
  text: rule?.text ?? '',
});
