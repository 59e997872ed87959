/** Until when what a step yields must count, read off the rules that it meets: "within two years of the application". */
import { expectOk, type Period, parsePeriod } from '../../kernel/index.ts';
import { type Effect, type Node, type Rounding, type Scalar, walkNodes } from '../../recognition/index.ts';

export type RuleWindow = {
  readonly period: Period;
  readonly rounding: Rounding;
  readonly inclusive: boolean;
};

/** How long the entry that these effects add counts for an application, by what these conditions say of such entries. */
export function windowsFor(nodes: readonly Node[], effects: readonly Effect[]): readonly RuleWindow[] {
  return nodes
    .flatMap((node) => walkNodes(node).map((each) => each.node))
    .flatMap((node) => ('some' in node ? windowsOfList(node.some, effects) : []));
}

type Selection = { readonly list: string; readonly where?: Node };

function windowsOfList({ list, where }: Selection, effects: readonly Effect[]): readonly RuleWindow[] {
  if (where === undefined) return [];
  const conditions = conditionsIn(where);
  const entries = effects.flatMap((effect) =>
    'list' in effect && effect.list === list ? [effect.entry] : [],
  );
  return entries
    .filter((entry) => conditions.every((condition) => mayMatch(condition, entry)))
    .flatMap((entry) => conditions.flatMap((condition) => windowIn(condition, entry)));
}

/** What must hold together; alternatives are left to the trial of the whole plan. */
const conditionsIn = (node: Node): readonly Node[] =>
  'all' in node ? node.all.flatMap(conditionsIn) : [node];

function mayMatch(condition: Node, entry: Readonly<Record<string, Scalar>>): boolean {
  if (!('fact' in condition)) return true;
  const value = entry[condition.fact.replace(/^its\./, '')];
  if ('equals' in condition && typeof condition.equals !== 'object') return value === condition.equals;
  if ('in' in condition && Array.isArray(condition.in)) return condition.in.includes(String(value));
  return true;
}

function windowIn(condition: Node, entry: Readonly<Record<string, Scalar>>): readonly RuleWindow[] {
  if (!('withinPeriod' in condition)) return [];
  const { from, to, period, rounding, inclusive } = condition.withinPeriod;
  if (typeof from !== 'object' || !('fact' in from) || typeof to !== 'object' || !('fact' in to)) return [];
  const isOfStep = entry[from.fact.replace(/^its\./, '')] === 'stepDay';
  if (!isOfStep || to.fact !== 'application.on') return [];
  return [{ period: expectOk(parsePeriod(period), 'a period of a rule'), rounding, inclusive }];
}
