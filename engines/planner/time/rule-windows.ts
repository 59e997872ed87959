/**
 * Until when what steps yield must count, read off the rules that they meet: "within two years of the application", "both within seven
 * years". Only what holds however the rule comes to be met; where alternatives are open, the trial of the whole plan decides.
 */
import { expectOk, type Period, parsePeriod } from '../../kernel/index.ts';
import type { DossierValue, Effect, Node, Outcome, Rounding, Scalar } from '../../recognition/index.ts';

/** A step of the plan with what it brings. */
export type Bringer = { readonly key: string; readonly effects: readonly Effect[] };

export type RuleWindow = {
  readonly of: string;
  /** The step on whose day it must count; absent: on that of the application. */
  readonly by?: string;
  readonly period: Period;
  readonly rounding: Rounding;
  readonly inclusive: boolean;
};

export type Holdings = {
  /** Steps taken by then. */
  readonly steps: readonly Bringer[];
  /** What she has already. */
  readonly entriesOf: (list: string) => readonly Held[];
};

type Entry = Readonly<Record<string, Scalar>>;
type Held = Readonly<Record<string, DossierValue | undefined>>;
type ListNode = { readonly list: string; readonly where?: Node };

export function windowsOf(outcome: Outcome, holdings: Holdings): readonly RuleWindow[] {
  const { node, children } = outcome;
  if (outcome.truth === 'true' || outcome.truth === 'notApplicable') return [];
  if (node === undefined || 'all' in node || 'rule' in node)
    return children.flatMap((child) => windowsOf(child, holdings));
  if ('any' in node) {
    const open = children.filter((child) => mayHold(child, holdings));
    return open.length === 1 && open[0] !== undefined ? windowsOf(open[0], holdings) : [];
  }
  if ('some' in node) return windowsOfList(node.some, holdings);
  return 'examWindow' in node ? windowsBetween(node.examWindow, holdings) : [];
}

/** Whether the rule itself says anywhere how long what this step brings counts. */
export function speaksOf(outcome: Outcome, step: Bringer): boolean {
  const { node, children } = outcome;
  const only: Holdings = { steps: [step], entriesOf: () => [] };
  if (node !== undefined && 'some' in node && windowsOfList(node.some, only).length > 0) return true;
  const inWindow =
    node !== undefined &&
    'examWindow' in node &&
    node.examWindow.parts.some((where) => bringersOf({ list: node.examWindow.list, where }, only).length > 0);
  return inWindow || children.some((child) => speaksOf(child, step));
}

/** Whether this can come to be true with what she has and takes; when in doubt, it can. */
function mayHold({ node, truth, children }: Outcome, holdings: Holdings): boolean {
  if (truth !== 'false') return true;
  if (node === undefined || 'all' in node || 'rule' in node)
    return children.every((child) => mayHold(child, holdings));
  if ('any' in node) return children.some((child) => mayHold(child, holdings));
  if ('some' in node) return isMet(node.some, holdings);
  if ('examWindow' in node)
    return node.examWindow.parts.every((where) => isMet({ list: node.examWindow.list, where }, holdings));
  if ('fact' in node)
    return holdings.steps.some(({ effects }) =>
      effects.some((each) => 'fact' in each && each.fact === node.fact),
    );
  return true;
}

const isMet = (selection: ListNode, holdings: Holdings): boolean =>
  bringersOf(selection, holdings).length > 0 || isHeld(selection, holdings);

const isHeld = ({ list, where }: ListNode, { entriesOf }: Holdings): boolean =>
  entriesOf(list).some(
    (entry) => where === undefined || conditionsIn(where).every((each) => maySuit(each, entry)),
  );

function windowsOfList(selection: ListNode, holdings: Holdings): readonly RuleWindow[] {
  if (selection.where === undefined || isHeld(selection, holdings)) return [];
  const conditions = conditionsIn(selection.where);
  const bringers = bringersOf(selection, holdings);
  // Two steps that bring the same: either may be the one that counts.
  if (bringers.length !== 1) return [];
  return bringers.flatMap(({ key, entry }) =>
    conditions.flatMap((condition) => windowIn(condition, entry).map((window) => ({ of: key, ...window }))),
  );
}

type Brought = { readonly key: string; readonly entry: Entry };

function bringersOf({ list, where }: ListNode, { steps }: Holdings): readonly Brought[] {
  const conditions = where === undefined ? [] : conditionsIn(where);
  return steps.flatMap(({ key, effects }) =>
    effects.flatMap((effect) =>
      'list' in effect && effect.list === list && conditions.every((each) => suits(each, effect.entry))
        ? [{ key, entry: effect.entry }]
        : [],
    ),
  );
}

/** What must hold together. */
const conditionsIn = (node: Node): readonly Node[] =>
  'all' in node ? node.all.flatMap(conditionsIn) : [node];

const fieldOf = (fact: string): string => fact.replace(/^its\./, '');

/** A step's entry has what it says and nothing more; its day is yet to come, so no day named in a rule's past is before it. */
function suits(condition: Node, entry: Entry): boolean {
  if (!('fact' in condition)) return true;
  const value = entry[fieldOf(condition.fact)];
  if (value === undefined) return false;
  if (value === 'stepDay') return !('before' in condition || 'onOrBefore' in condition);
  return isAsked(condition, value);
}

/** What she holds may suit wherever it does not say otherwise. */
function maySuit(condition: Node, entry: Held): boolean {
  if (!('fact' in condition)) return true;
  const value = entry[fieldOf(condition.fact)];
  return value === undefined || typeof value === 'object' || isAsked(condition, value);
}

function isAsked(condition: Node, value: Scalar): boolean {
  if ('equals' in condition && typeof condition.equals !== 'object') return value === condition.equals;
  if ('in' in condition && Array.isArray(condition.in)) return condition.in.includes(String(value));
  return true;
}

function windowIn(condition: Node, entry: Entry): readonly Omit<RuleWindow, 'of'>[] {
  if (!('withinPeriod' in condition)) return [];
  const { from, to, period, rounding, inclusive } = condition.withinPeriod;
  if (typeof from !== 'object' || !('fact' in from) || typeof to !== 'object' || !('fact' in to)) return [];
  if (entry[fieldOf(from.fact)] !== 'stepDay' || to.fact !== 'application.on') return [];
  return [{ period: periodOf(period), rounding, inclusive }];
}

const periodOf = (text: string): Period => expectOk(parsePeriod(text), 'a period of a rule');

type ExamWindow = Extract<Node, { readonly examWindow: unknown }>['examWindow'];

/** Parts that she takes, each within the period of each other; an order is seen to by what they require. */
function windowsBetween(
  { list, parts, within, rounding, inclusive, field }: ExamWindow,
  holdings: Holdings,
): readonly RuleWindow[] {
  const taken = parts.map((where) =>
    bringersOf({ list, where }, holdings).filter(({ entry }) => entry[field] === 'stepDay'),
  );
  if (taken.some((each) => each.length > 1)) return [];
  const keys = [...new Set(taken.flat().map(({ key }) => key))];
  const period = periodOf(within);
  return keys.flatMap((of) =>
    keys.filter((by) => by !== of).map((by) => ({ of, by, period, rounding, inclusive })),
  );
}
