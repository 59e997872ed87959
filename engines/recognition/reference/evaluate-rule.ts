/** A rule: the version that the two dates and the person's anchor select, and what it says. `docs/semantics.md` section 11. */
import { type CitationGrade, strongestGrade } from '../../kernel/index.ts';
import { literalDay } from '../language/literals.ts';
import type { RuleVersion } from '../language/pack.ts';
import type { UnknownReason } from '../language/verdict.ts';
import { evaluateNode } from './evaluate-node.ts';
import { NOT_APPLICABLE, unknownBecause, weakestOf } from './logic.ts';
import { leastStanding, type Outcome } from './outcome.ts';
import { type Interpreter, readFact, type Scope } from './scope.ts';
import { settleChoice } from './second-stage.ts';

export function evaluateRule(id: string, scope: Scope): Outcome {
  const done = scope.memory.rules.get(id);
  if (done !== undefined) return done;
  if (scope.rulePath.includes(id)) return unknownRule(id, 'notResearched');
  // A rule looks at the person, not at the entry or the trial from which it was asked for.
  const { its: _its, outer: _outer, row: _row, list: _list, tried: _tried, ...person } = scope;
  const outcome = judge(id, { ...person, rulePath: [...scope.rulePath, id] });
  if (scope.memory.blocked.size === 0) scope.memory.rules.set(id, outcome);
  return outcome;
}

function judge(id: string, scope: Scope): Outcome {
  const resolved = scope.law.rules.get(id);
  if (resolved === undefined) throw new Error(`No rule ${id}; lint refuses the pack.`);
  if (resolved.state === 'notResearched') return unknownRule(id, 'notResearched');
  if (resolved.state === 'stale') return unknownRule(id, 'stale');
  const choose = (trial: Scope): Outcome => chooseVersion(id, resolved.versions, trial);
  return settleChoice(choose(scope), resolved.versions, scope, choose);
}

const unknownRule = (id: string, reason: UnknownReason): Outcome => ({
  path: id,
  children: [],
  truth: 'unknown',
  standing: 'unknown',
  reasons: [reason],
  missing: [],
  independentOf: [],
});

/** Whether a version applies to this person: by her anchor date, which may be vague or unknown. */
export function appliesTo(version: RuleVersion, scope: Scope): 'yes' | 'maybe' | 'no' {
  const { appliesTo: by } = version;
  if (by === undefined || (by.from === undefined && by.to === undefined)) return 'yes';
  const anchor = readFact(by.anchor, scope);
  if (anchor.state !== 'range') return 'maybe';
  const from = by.from === undefined ? Number.NEGATIVE_INFINITY : literalDay(by.from);
  const to = by.to === undefined ? Number.POSITIVE_INFINITY : literalDay(by.to);
  if (anchor.lo >= from && anchor.hi < to) return 'yes';
  return anchor.hi < from || anchor.lo >= to ? 'no' : 'maybe';
}

/** First stage: one certain version decides; several that may apply must agree. */
function chooseVersion(id: string, versions: readonly RuleVersion[], scope: Scope): Outcome {
  const fits = versions
    .map((version) => ({ version, applies: appliesTo(version, scope) }))
    .filter(({ applies }) => applies !== 'no');
  const sure = fits.find(({ applies }) => applies === 'yes');
  if (sure !== undefined) return evaluateVersion(id, sure.version, scope);
  if (fits.length === 0) return { ...NOT_APPLICABLE, path: id, children: [], independentOf: [] };
  return agree(
    id,
    fits.map(({ version }) => ({ version, outcome: evaluateVersion(id, version, scope) })),
    scope,
  );
}

function evaluateVersion(id: string, version: RuleVersion, scope: Scope): Outcome {
  const outcome = evaluateNode(version.when, scope, `${id}@${version.version}`, gradeOf(version));
  return outcome;
}

const gradeOf = (version: RuleVersion): CitationGrade | undefined =>
  strongestGrade(version.cite.map((cite) => cite.grade));

type Judged = { readonly version: RuleVersion; readonly outcome: Outcome };

function agree(id: string, judged: readonly Judged[], scope: Scope): Outcome {
  const anchors = [...new Set(judged.map(({ version }) => version.appliesTo?.anchor ?? ''))].sort();
  const children = judged.map(({ outcome }) => outcome);
  const truths = new Set(children.map((child) => child.truth));
  const hole = !coversEverybody(judged, scope);
  const base = { path: id, children, independentOf: [] } as const;
  if (truths.size === 1 && !truths.has('unknown') && !hole) {
    const standing = leastStanding(children.map((child) => child.standing));
    const truth = children[0]?.truth ?? 'notApplicable';
    if (truth === 'notApplicable') return { ...NOT_APPLICABLE, ...base };
    return {
      ...base,
      ...weakestOf(children),
      truth,
      standing,
      reasons: [],
      missing: [],
      independentOf: anchors,
    };
  }
  const standing =
    hole || truths.has('notApplicable') ? 'unknown' : leastStanding(children.map((child) => child.standing));
  const combined = unknownBecause(
    [...children.filter((child) => child.truth === 'unknown'), anchorOutcome(anchors, scope)],
    standing,
  );
  return { ...base, ...combined };
}

function anchorOutcome(anchors: readonly string[], scope: Scope): Outcome {
  const disputed = anchors.some((anchor) => readFact(anchor, scope).state === 'disputed');
  return { ...unknownRule('', disputed ? 'disputed' : 'notSaid'), missing: anchors };
}

/** Whether every day that the anchor may be falls to one of these versions. Only versions with one and the same anchor are joined. */
function coversEverybody(judged: readonly Judged[], scope: Scope): boolean {
  const anchor = judged[0]?.version.appliesTo?.anchor;
  if (anchor === undefined || judged.some(({ version }) => version.appliesTo?.anchor !== anchor))
    return false;
  const value = readFact(anchor, scope);
  const lo = value.state === 'range' ? value.lo : Number.NEGATIVE_INFINITY;
  const hi = value.state === 'range' ? value.hi : Number.POSITIVE_INFINITY;
  const spans = judged
    .map(({ version }) => ({ from: bound(version.appliesTo?.from, -1), to: bound(version.appliesTo?.to, 1) }))
    .sort((a, b) => a.from - b.from);
  let reached = spans[0]?.from ?? Number.POSITIVE_INFINITY;
  if (reached > lo) return false;
  for (const span of spans) if (span.from <= reached) reached = Math.max(reached, span.to);
  return reached > hi || reached === Number.POSITIVE_INFINITY;
}

const bound = (text: string | undefined, sign: -1 | 1): number =>
  text === undefined ? sign * Number.POSITIVE_INFINITY : literalDay(text);

/** The interpreter that operators reach through their scope. */
export const INTERPRETER: Interpreter = { evaluateNode, evaluateRule };
