import { type Day, formatDay } from '@testamur/engines/kernel';
import {
  type Pack,
  type ResolvedRule,
  type Rule,
  resolveRule,
  type Source,
} from '@testamur/engines/recognition';

/** One rule as it is shown to a reader, and which of its wordings a day selects. */
export type RuleDescribed = {
  readonly pack: string;
  readonly packVersion: string;
  readonly packHash: string;
  readonly rule: Rule;
  readonly sources: readonly Source[];
  /** Routes that ask for it. */
  readonly askedBy: readonly string[];
  readonly standing: {
    readonly on: string;
    readonly knownOn: string;
    /** `notResearched`: no wording covers the day. `stale`: one does, but should have been read again by then. */
    readonly state: ResolvedRule['state'];
    /** Ids of the wordings that cover the day. */
    readonly versions: readonly string[];
    readonly assumedUnchangedSince?: string;
  };
};

export function describeRule(
  rule: Rule,
  { pack, hash }: { readonly pack: Pack; readonly hash: string },
  days: { readonly on: Day; readonly knownOn: Day },
): RuleDescribed {
  const cited = new Set(rule.versions.flatMap(({ cite }) => cite.map(({ source }) => source)));
  const { state, versions, assumedUnchangedSince } = resolveRule(rule, pack.pack, days);
  return {
    pack: pack.pack,
    packVersion: pack.version,
    packHash: hash,
    rule,
    sources: pack.sources.filter(({ source }) => cited.has(source)),
    askedBy: pack.routes
      .filter(({ scope, requirements }) => [...scope, ...requirements].includes(rule.rule))
      .map(({ route }) => route),
    standing: {
      on: formatDay(days.on),
      knownOn: formatDay(days.knownOn),
      state,
      versions: versions.map(({ version }) => version),
      ...(assumedUnchangedSince === undefined
        ? {}
        : { assumedUnchangedSince: formatDay(assumedUnchangedSince) }),
    },
  };
}
