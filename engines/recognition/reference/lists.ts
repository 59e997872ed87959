/** Lists: which entries match, and `some`, `every`, `count`. `docs/semantics.md` section 10. */
import type { Entry, ListValue, Strength } from '../language/facts.ts';
import type { ListSelection, Node } from '../language/nodes.ts';
import type { UnknownReason } from '../language/verdict.ts';
import { certain, weakest } from './leaf.ts';
import type { LeafAnswer } from './outcome.ts';
import type { Scope } from './scope.ts';

export type Match = {
  readonly entry: Entry;
  readonly truth: 'true' | 'false' | 'unknown';
  /** Of what made it true or false; 4 where nothing was read. */
  readonly strength: Strength;
  readonly reasons: readonly UnknownReason[];
  readonly missing: readonly string[];
};

export type Matches = {
  readonly entries: readonly Match[];
  /** There may be entries that the person has not given. */
  readonly more: boolean;
  /** The weakest of what decided which entries match, and of "that is all" where it was said. */
  readonly strength: Strength;
  /** Over the entries that may match, and the list itself where it may go on. */
  readonly reasons: readonly UnknownReason[];
  readonly missing: readonly string[];
  /** Entries that may match and do not give this field as one day. */
  readonly missingField: (field: string) => readonly string[];
};

const EMPTY: ListValue = { entries: [], complete: false, completeFor: [], strength: 1 };

export const readList = (list: string, scope: Scope): ListValue => scope.facts.lists.get(list) ?? EMPTY;

export function matchEntries({ list, where }: ListSelection, scope: Scope): Matches {
  const value = readList(list, scope);
  const entries = value.entries.map((entry) => tryEntry(list, entry, where, scope));
  const keys = where === undefined ? undefined : fixedKeys(where, scope.listKeys.get(list), scope);
  const more = !value.complete && !keys?.every((key) => value.completeFor.includes(key));
  const open = entries.filter((match) => match.truth === 'unknown');
  return {
    entries,
    more,
    strength: weakest(
      ...entries.filter((match) => match.truth !== 'unknown').map((match) => match.strength),
      more ? 4 : value.strength,
    ),
    reasons: [
      ...new Set([...open.flatMap((match) => match.reasons), ...(more ? (['notSaid'] as const) : [])]),
    ].sort(),
    missing: [
      ...new Set([
        ...open.flatMap((match) => match.missing),
        ...(more ? nameList(list, keys, value, scope) : []),
      ]),
    ].sort(),
    missingField: (field) =>
      entries
        .filter((match) => match.truth !== 'false' && !isExactDay(match.entry, field))
        .map((match) => `${list}/${match.entry.id}.${field}`),
  };
}

export function tryEntry(list: string, entry: Entry, where: Node | undefined, scope: Scope): Match {
  if (where === undefined) return { entry, truth: 'true', strength: 4, reasons: [], missing: [] };
  const inner: Scope = {
    ...scope,
    list,
    its: entry,
    ...(scope.its === undefined ? {} : { outer: scope.its }),
  };
  const outcome = scope.interpreter.evaluateNode(where, inner, `${list}/${entry.id}`);
  const truth = outcome.truth === 'notApplicable' ? 'false' : outcome.truth;
  return {
    entry,
    truth,
    strength: outcome.strength ?? 4,
    reasons: outcome.reasons,
    missing: outcome.missing,
  };
}

/** The codes of the list's key that `where` fixes; undefined when it leaves the key open. */
export function fixedKeys(where: Node, key: string | undefined, scope: Scope): readonly string[] | undefined {
  if (key === undefined) return undefined;
  if ('all' in where) {
    return where.all.map((child) => fixedKeys(child, key, scope)).find((keys) => keys !== undefined);
  }
  if ('any' in where) {
    const each = where.any.map((child) => fixedKeys(child, key, scope));
    return each.length > 0 && each.every((keys) => keys !== undefined)
      ? [...new Set(each.flat() as string[])]
      : undefined;
  }
  if (!('fact' in where) || where.fact !== `its.${key}`) return undefined;
  if ('equals' in where) return fixedByEquals(where.equals, scope);
  if (!('in' in where)) return undefined;
  return 'group' in where.in ? [...(scope.law.groups.get(where.in.group) ?? [])].sort() : where.in;
}

function fixedByEquals(literal: unknown, scope: Scope): readonly string[] | undefined {
  if (typeof literal === 'string') return [literal];
  if (typeof literal !== 'object' || literal === null || !('fact' in literal)) return undefined;
  const fact = String(literal.fact);
  if (!fact.startsWith('outer.')) return undefined;
  // `outer` inside the selection is the entry that is `its` outside it.
  const value = scope.its?.fields.get(fact.slice('outer.'.length));
  return value?.state === 'known' && typeof value.value === 'string' ? [value.value] : undefined;
}

function nameList(
  list: string,
  keys: readonly string[] | undefined,
  value: ListValue,
  scope: Scope,
): readonly string[] {
  if (keys === undefined) return [list];
  return keys
    .filter((key) => !value.completeFor.includes(key))
    .map((key) => `${list}[${scope.listKeys.get(list)}=${key}]`);
}

function isExactDay(entry: Entry, field: string): boolean {
  const value = entry.fields.get(field);
  return value?.state === 'range' && value.lo === value.hi;
}

/** `some` is a count of at least one. */
export function evaluateCount(
  selection: ListSelection,
  bounds: { readonly atLeast?: number; readonly atMost?: number },
  scope: Scope,
): LeafAnswer {
  const matches = matchEntries(selection, scope);
  const sure = matches.entries.filter((match) => match.truth === 'true');
  const open = matches.entries.filter((match) => match.truth === 'unknown');
  const least = sure.length;
  const greatest = matches.more ? Number.POSITIVE_INFINITY : least + open.length;
  const low = bounds.atLeast ?? 0;
  const high = bounds.atMost ?? Number.POSITIVE_INFINITY;
  const trace = {
    matched: sure.map((match) => match.entry.id),
    possible: open.map((match) => match.entry.id),
  };
  if (least >= low && greatest <= high) {
    const strength = high === Number.POSITIVE_INFINITY ? strengthOfEnough(sure, low) : matches.strength;
    return { ...certain(true, strength), ...trace } as LeafAnswer;
  }
  if (greatest < low) return { ...certain(false, matches.strength), ...trace } as LeafAnswer;
  if (least > high) return { ...certain(false, strengthOfEnough(sure, high + 1)), ...trace } as LeafAnswer;
  return { truth: 'unknown', reasons: matches.reasons, missing: matches.missing, ...trace };
}

/** Enough entries matched: the answer is as strong as the n-th strongest of them. */
function strengthOfEnough(sure: readonly Match[], n: number): Strength {
  const sorted = sure.map((match) => match.strength).sort((a, b) => b - a);
  return n <= 0 ? 4 : (sorted[n - 1] ?? 4);
}

export function evaluateEvery(
  node: { readonly list: string; readonly where?: Node; readonly satisfies: Node },
  scope: Scope,
): LeafAnswer {
  const matches = matchEntries(node, scope);
  const tries = matches.entries
    .filter((match) => match.truth !== 'false')
    .map((match) => ({ match, satisfied: tryEntry(node.list, match.entry, node.satisfies, scope) }));
  const failing = tries.filter(
    ({ match, satisfied }) => match.truth === 'true' && satisfied.truth === 'false',
  );
  const trace = { matched: failing.map(({ match }) => match.entry.id), possible: [] };
  if (failing.length > 0) {
    const strength = Math.max(
      ...failing.map(({ match, satisfied }) => weakest(match.strength, satisfied.strength)),
    ) as Strength;
    return { ...certain(false, strength), ...trace } as LeafAnswer;
  }
  const open = tries.filter(({ satisfied }) => satisfied.truth !== 'true');
  if (open.length === 0 && !matches.more) {
    return {
      ...certain(true, weakest(matches.strength, ...tries.map(({ satisfied }) => satisfied.strength))),
      ...trace,
    } as LeafAnswer;
  }
  const unsatisfied = open
    .filter(({ satisfied }) => satisfied.truth === 'unknown')
    .map(({ satisfied }) => satisfied);
  return {
    truth: 'unknown',
    reasons: [...new Set([...matches.reasons, ...unsatisfied.flatMap((match) => match.reasons)])].sort(),
    missing: [...new Set([...matches.missing, ...unsatisfied.flatMap((match) => match.missing)])].sort(),
    ...trace,
  };
}
