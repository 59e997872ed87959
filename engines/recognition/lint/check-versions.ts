/** Versions of a rule: no day of the law and no person may fall to two of them, and no hole may open between two by accident. */
import { type Day, FIRST_DAY, formatDay, LAST_DAY } from '../../kernel/index.ts';
import { groupBy } from '../language/group-by.ts';
import { literalDay } from '../language/literals.ts';
import { subjectOf } from '../language/origin.ts';
import type { Pack, Rule, RuleVersion } from '../language/pack.ts';
import { coverageOf } from '../query/resolve-query.ts';
import type { Path } from '../schema/problem.ts';
import { error, type Finding, warning } from './finding.ts';

type Span = { readonly from: Day; readonly to: Day };
type Placed = { readonly version: RuleVersion; readonly at: Path; readonly law: Span; readonly people: Span };

export const checkVersions = (pack: Pack): readonly Finding[] => pack.rules.flatMap(checkRule);

function checkRule(rule: Rule): readonly Finding[] {
  const subject = subjectOf('rule', rule.rule);
  const placed = latestWordings(rule);
  const empty = placed.filter(({ law, people }) => law.from >= law.to || people.from >= people.to);
  return [
    ...empty.map(({ version, at }) =>
      error(
        'LINT_VERSION_GAP',
        subject,
        at,
        `The version ${version.version} holds on no day: it ends before it begins.`,
        'Correct from or to.',
      ),
    ),
    ...placed.flatMap((a, index) => placed.slice(index + 1).flatMap((b) => checkPair(a, b, subject))),
    ...checkHoles(
      placed.filter((each) => !empty.includes(each)),
      subject,
    ),
  ];
}

/** A later recording of a version replaces the earlier one. */
function latestWordings(rule: Rule): readonly Placed[] {
  const latest = new Map<string, { readonly version: RuleVersion; readonly at: Path }>();
  for (const [index, version] of rule.versions.entries()) {
    const held = latest.get(version.version);
    if (held === undefined || version.recordedAt >= held.version.recordedAt)
      latest.set(version.version, { version, at: ['versions', index] });
  }
  return [...latest.values()].map((each) => ({
    ...each,
    law: coverageOf(each.version),
    people: peopleOf(each.version),
  }));
}

function peopleOf({ appliesTo }: RuleVersion): Span {
  return {
    from: appliesTo?.from === undefined ? FIRST_DAY : literalDay(appliesTo.from),
    to: appliesTo?.to === undefined ? LAST_DAY : literalDay(appliesTo.to),
  };
}

const overlap = (a: Span, b: Span): Span | undefined => {
  const both = { from: Math.max(a.from, b.from) as Day, to: Math.min(a.to, b.to) as Day };
  return both.from < both.to ? both : undefined;
};

function checkPair(a: Placed, b: Placed, subject: string): readonly Finding[] {
  const law = overlap(a.law, b.law);
  if (law === undefined) return [];
  const [one, other] = [anchorOf(a), anchorOf(b)];
  const names = `${a.version.version} and ${b.version.version}`;
  if (one !== undefined && other !== undefined && one !== other) {
    return [
      error(
        'LINT_ANCHOR_PRECEDENCE',
        subject,
        b.at,
        `${names} are both in force on ${formatDay(law.from)}; one selects by ${one}, the other by ${other}: somebody falls to both.`,
        'Select by one date, and put the other into the conditions with if.',
      ),
    ];
  }
  const people = overlap(a.people, b.people);
  if (people === undefined) return [];
  const who = one ?? other;
  return [
    error(
      'LINT_VERSION_OVERLAP',
      subject,
      b.at,
      `${names} are both in force on ${formatDay(law.from)}${who === undefined ? '' : ` for ${who} = ${formatDay(people.from)}`}.`,
      'End one where the other begins: both ends are half-open.',
    ),
  ];
}

/** A version for everybody names no anchor that would tell people apart. */
const anchorOf = ({ version: { appliesTo } }: Placed): string | undefined =>
  appliesTo?.from === undefined && appliesTo?.to === undefined ? undefined : appliesTo.anchor;

/** Between two versions in time; and, for versions of one anchor in force together, between two groups of people. */
function checkHoles(placed: readonly Placed[], subject: string): readonly Finding[] {
  const inLaw = holesIn(placed.map(({ law, at }) => ({ span: law, at }))).map(({ at, hole }) =>
    warning(
      'LINT_VERSION_GAP',
      subject,
      at,
      `From ${formatDay(hole.from)} to ${formatDay(hole.to)} no version is in force: the rule is not researched there.`,
      'Write the version in between, or accept the hole.',
    ),
  );
  const anchored = groupBy(
    placed.filter((each) => anchorOf(each) !== undefined),
    (each) => `${anchorOf(each)} ${each.law.from} ${each.law.to}`,
  );
  const inPeople = [...anchored.values()].flatMap((group) =>
    holesIn(group.map(({ people, at }) => ({ span: people, at }))).map(({ at, hole }) =>
      error(
        'LINT_VERSION_GAP',
        subject,
        at,
        `Nobody asks who has this date from ${formatDay(hole.from)} to ${formatDay(hole.to)}: the rule would not apply.`,
        'Let one version end where the next begins.',
      ),
    ),
  );
  return [...inLaw, ...inPeople];
}

function holesIn(
  spans: readonly { readonly span: Span; readonly at: Path }[],
): readonly { readonly at: Path; readonly hole: Span }[] {
  const sorted = spans.toSorted((a, b) => a.span.from - b.span.from);
  let reached = sorted[0]?.span.to ?? LAST_DAY;
  return sorted.flatMap(({ span, at }) => {
    const hole = span.from > reached ? [{ at, hole: { from: reached, to: span.from } }] : [];
    if (span.to > reached) reached = span.to;
    return hole;
  });
}
