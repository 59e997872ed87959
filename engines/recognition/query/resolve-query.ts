/**
 * From packs and two dates to the law that is read: which version of each rule, which members of each group.
 * Shared by every back end; no operator is evaluated here. `docs/semantics.md` section 11.
 */
import { type Day, LAST_DAY } from '../../kernel/index.ts';
import { literalDay, literalPartialDate } from '../language/literals.ts';
import type { DayRange, Pack, Route, Rule, RuleVersion, Step, Table } from '../language/pack.ts';
import type { Group, Vocabulary } from '../language/vocabulary.ts';

export type Query = { readonly on: Day; readonly knownOn: Day };

/**
 * `known`: at least one version covers the law date. `notResearched`: none does. `stale`: it does, but should have been read again by now.
 */
export type ResolvedRule = {
  readonly rule: Rule;
  readonly packId: string;
  readonly state: 'known' | 'notResearched' | 'stale';
  readonly versions: readonly RuleVersion[];
  /** The last day on which the text was seen, when the law date is later: assumed unchanged since. */
  readonly assumedUnchangedSince?: Day;
};

export type ResolvedLaw = {
  readonly query: Query;
  readonly packs: ReadonlyMap<string, Pack>;
  readonly rules: ReadonlyMap<string, ResolvedRule>;
  readonly routes: ReadonlyMap<string, Route>;
  readonly steps: ReadonlyMap<string, Step>;
  readonly tables: ReadonlyMap<string, Table>;
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>;
};

export function resolveLaw(
  packs: readonly Pack[],
  vocabulary: Vocabulary,
  commonSteps: readonly Step[],
  query: Query,
): ResolvedLaw {
  const rules = new Map<string, ResolvedRule>();
  const routes = new Map<string, Route>();
  const steps = new Map<string, Step>(commonSteps.map((step) => [step.step, step]));
  const tables = new Map<string, Table>();
  for (const pack of packs) {
    for (const rule of pack.rules) rules.set(rule.rule, resolveRule(rule, pack.pack, query));
    for (const route of pack.routes) routes.set(route.route, route);
    for (const step of pack.steps) steps.set(step.step, step);
    for (const table of pack.tables) tables.set(table.table, table);
  }
  const groups = new Map(
    [...vocabulary.groups.values()].map((group) => [group.group, membersOn(group, query.on)]),
  );
  return {
    query,
    packs: new Map(packs.map((pack) => [pack.pack, pack])),
    rules,
    routes,
    steps,
    tables,
    groups,
  };
}

export function resolveRule(rule: Rule, packId: string, { on, knownOn }: Query): ResolvedRule {
  const known = latestWordings(rule.versions, knownOn);
  const covering = known.filter((version) => isInForce(version, on));
  if (covering.length === 0) return { rule, packId, state: 'notResearched', versions: [] };
  if (covering.some((version) => on > literalDay(version.reviewBy)))
    return { rule, packId, state: 'stale', versions: covering };
  const seen = Math.max(...covering.map((version) => lastSeen(version)));
  const base = { rule, packId, state: 'known', versions: covering } as const;
  return on > seen ? { ...base, assumedUnchangedSince: seen as Day } : base;
}

/** A route that is not in force on the law date is closed to everybody. */
export function isRouteInForce(route: Route, on: Day): boolean {
  return route.inForce === undefined || covers(route.inForce, on);
}

/** Of the wordings of one version, the last that was recorded by then. */
function latestWordings(versions: readonly RuleVersion[], knownOn: Day): readonly RuleVersion[] {
  const latest = new Map<string, RuleVersion>();
  for (const version of versions) {
    if (literalDay(version.recordedAt) > knownOn) continue;
    const held = latest.get(version.version);
    if (held === undefined || literalDay(version.recordedAt) >= literalDay(held.recordedAt))
      latest.set(version.version, version);
  }
  return [...latest.values()];
}

const isInForce = (version: RuleVersion, on: Day): boolean =>
  covers({ ...version.inForce, from: version.inForce?.from ?? firstSeen(version) }, on);

/** The days of law that a version was researched for, half-open: from its first day in force, else from the day it was first seen. */
export function coverageOf(version: RuleVersion): { readonly from: Day; readonly to: Day } {
  return {
    from: earliestDay(version.inForce?.from ?? firstSeen(version)),
    to: version.inForce?.to === undefined ? LAST_DAY : earliestDay(version.inForce.to),
  };
}

function covers(range: DayRange, on: Day): boolean {
  if (range.from !== undefined && on < earliestDay(range.from)) return false;
  return range.to === undefined || on < earliestDay(range.to);
}

/** The earliest day on which a citation was seen, else the day the wording was entered. */
function firstSeen(version: RuleVersion): string {
  const seen = version.cite.map((cite) => cite.seen).filter((day) => day !== 'undated');
  return seen.length === 0 ? version.recordedAt : (seen.sort()[0] ?? version.recordedAt);
}

function lastSeen(version: RuleVersion): Day {
  const seen = version.cite.filter((cite) => cite.seen !== 'undated').map((cite) => latestDay(cite.seen));
  return seen.length === 0 ? literalDay(version.recordedAt) : (Math.max(...seen) as Day);
}

function membersOn(group: Group, on: Day): ReadonlySet<string> {
  return new Set(group.members.filter((member) => covers(member, on)).map((member) => member.code));
}

const earliestDay = (text: string): Day => literalPartialDate(text).earliest;
const latestDay = (text: string): Day => literalPartialDate(text).latest;
