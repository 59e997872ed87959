import { formatDay } from '@testamur/engines/kernel';
import {
  type Pack,
  type Query,
  type ResolvedRule,
  type Rule,
  type RuleVersion,
  resolveRule,
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
  };
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

/** `application.on` from 2021-09-01 → `Day of the application on or after 2021-09-01`. */
function describeAnchor(
  { anchor, from, to }: NonNullable<RuleVersion['appliesTo']>,
  { words }: Sight,
): string {
  const [section = '', fact = ''] = anchor.split('.');
  const label = words.vocabulary.sections.get(section)?.facts[fact]?.label ?? anchor;
  const bounds = [from && `on or after ${from}`, to && `before ${to}`].filter(Boolean).join(' and ');
  return `${label} ${bounds}`;
}

function questionsIn(condition: Condition): readonly string[] {
  const own = condition.question === undefined ? [] : [condition.question];
  return [...own, ...condition.children.flatMap(questionsIn)];
}
