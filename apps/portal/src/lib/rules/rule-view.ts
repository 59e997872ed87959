import { formatDay } from '@testamur/engines/kernel';
import {
  type Doubt,
  type Pack,
  type Query,
  type ResolvedRule,
  type Rule,
  type RuleVersion,
  resolveRule,
  type Source,
} from '@testamur/engines/recognition';
import { type Cited, citedIn } from './cited.ts';
import { type Condition, type Sight, showCondition } from './condition.ts';
import { type Coverage, coverageOf } from './coverage.ts';

export type VersionView = {
  readonly version: string;
  /** In force on the day asked for, as it was known then. */
  readonly current: boolean;
  readonly from?: string;
  readonly to?: string;
  /** Whose date selects this version, in words. */
  readonly appliesTo?: string;
  readonly coverage: Coverage;
  readonly recordedAt: string;
  readonly reviewBy: string;
  readonly cited: readonly Cited[];
  readonly condition: Condition;
};

export type DoubtView = {
  readonly id: string;
  readonly text: string;
  readonly recordedOn: string;
  /** What says otherwise. */
  readonly source?: Source;
};

export type RuleView = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly kind: Rule['kind'];
  readonly state: ResolvedRule['state'];
  readonly assumedUnchangedSince?: string;
  readonly versions: readonly VersionView[];
  /** Questions that keep some condition of it from being decided. */
  readonly questions: readonly string[];
  /** Doubt or dissent recorded beside it; no part of its logic. */
  readonly doubts: readonly DoubtView[];
};

/** One rule as the law of a day, with every version beside it. */
export function viewRule(pack: Pack, rule: Rule, query: Query, sight: Sight): RuleView {
  const resolved = resolveRule(rule, pack.pack, query);
  const since = resolved.assumedUnchangedSince;
  const versions = rule.versions.map((version) => viewVersion(pack, version, resolved, sight));
  return {
    id: rule.rule,
    title: rule.title,
    text: rule.text,
    kind: rule.kind,
    state: resolved.state,
    ...(since === undefined ? {} : { assumedUnchangedSince: formatDay(since) }),
    versions,
    questions: [...new Set(versions.flatMap(({ condition }) => questionsIn(condition)))],
    doubts: (rule.doubts ?? []).map((doubt) => viewDoubt(pack, doubt)),
  };
}

function viewDoubt({ sources }: Pack, { id, text, recordedOn, source: named }: Doubt): DoubtView {
  const source = sources.find((each) => each.source === named);
  return { id, text, recordedOn, ...(source === undefined ? {} : { source }) };
}

function viewVersion(pack: Pack, version: RuleVersion, resolved: ResolvedRule, sight: Sight): VersionView {
  const { inForce, appliesTo } = version;
  return {
    version: version.version,
    current: resolved.versions.includes(version),
    ...(inForce?.from === undefined ? {} : { from: inForce.from }),
    ...(inForce?.to === undefined ? {} : { to: inForce.to }),
    ...(appliesTo === undefined ? {} : { appliesTo: describeAnchor(appliesTo, sight) }),
    coverage: coverageOf(version),
    recordedAt: version.recordedAt,
    reviewBy: version.reviewBy,
    cited: citedIn(pack.sources, version.cite),
    condition: showCondition(version.when, sight),
  };
}

/** `application.on` from 2021-09-01 → `Day of the application on or after 1 September 2021`. */
function describeAnchor(
  { anchor, from, to }: NonNullable<RuleVersion['appliesTo']>,
  { words, language }: Sight,
): string {
  const { say, day } = language;
  const [section = '', fact = ''] = anchor.split('.');
  const name = words.vocabulary.sections.get(section)?.facts[fact]?.label ?? anchor;
  if (from !== undefined && to !== undefined)
    return say('rules.anchor.between', { fact: name, from: day(from), to: day(to) });
  if (from !== undefined) return say('rules.anchor.from', { fact: name, from: day(from) });
  return to === undefined ? name : say('rules.anchor.before', { fact: name, to: day(to) });
}

function questionsIn(condition: Condition): readonly string[] {
  const own = condition.question === undefined ? [] : [condition.question];
  return [...own, ...condition.children.flatMap(questionsIn)];
}
