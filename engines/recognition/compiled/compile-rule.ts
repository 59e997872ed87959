/** Rules and steps of one law, compiled together. */
import { strongestGrade } from '../../kernel/index.ts';
import { literalDay } from '../language/literals.ts';
import type { RuleVersion } from '../language/pack.ts';
import type { ResolvedRule } from '../query/resolve-query.ts';
import { compileNode } from './compile-node.ts';
import { type CompiledNode, type Compiler, sortedUnion } from './compiled-node.ts';
import { type Candidate, candidatesOfVersions, tryCells } from './enumeration.ts';
import { type Frame, IN_DISPUTE, KNOWN, scalarSlot } from './frame.ts';
import {
  bound,
  DISPUTED,
  gradeCode,
  gradeOf,
  least,
  MET,
  N,
  NOT_APPLICABLE,
  NOT_RESEARCHED,
  NOT_SAID,
  OPEN,
  pack,
  reasonsOf,
  STALE,
  settled,
  standingOf,
  strengthOf,
  truthOf,
  U,
  unknown,
} from './packed.ts';

export type CompiledVersion = {
  readonly version: RuleVersion;
  readonly root: CompiledNode;
  readonly anchor: number;
  readonly from: number;
  readonly to: number;
};

export type CompiledRule = {
  readonly id: string;
  readonly state: ResolvedRule['state'];
  readonly versions: readonly CompiledVersion[];
  readonly candidates: readonly Candidate[];
};

export function compileRule({ rule, state, versions }: ResolvedRule, compiler: Compiler): CompiledRule {
  if (state !== 'known') return { id: rule.rule, state, versions: [], candidates: [] };
  return {
    id: rule.rule,
    state,
    versions: versions.map((version) => compileVersion(rule.rule, version, compiler)),
    candidates: candidatesOfVersions(versions, compiler),
  };
}

function compileVersion(id: string, version: RuleVersion, compiler: Compiler): CompiledVersion {
  const { appliesTo: by } = version;
  const bounded = by !== undefined && (by.from !== undefined || by.to !== undefined);
  return {
    version,
    root: compileNode(
      version.when,
      { compiler, grade: gradeCode(strongestGrade(version.cite.map((cite) => cite.grade))), path: '' },
      `${id}@${version.version}`,
    ),
    anchor: bounded ? scalarSlot(by.anchor, compiler.layout) : -1,
    from: by?.from === undefined ? Number.NEGATIVE_INFINITY : literalDay(by.from),
    to: by?.to === undefined ? Number.POSITIVE_INFINITY : literalDay(by.to),
  };
}

const YES = 2;
const MAYBE = 1;
const NO = 0;

/** Whether the version applies to the person. */
function fitOf({ anchor, from, to }: CompiledVersion, { scalars }: Frame): number {
  if (anchor < 0) return YES;
  if (scalars.state[anchor] !== KNOWN) return MAYBE;
  const [lo = 0, hi = 0] = [scalars.lo[anchor], scalars.hi[anchor]];
  if (lo >= from && hi < to) return YES;
  return hi < from || lo >= to ? NO : MAYBE;
}

/** Which versions answered: the one that applies for certain, or all that may. */
export function versionsFor(
  rule: CompiledRule,
  frame: Frame,
): { readonly sure: CompiledVersion | undefined; readonly maybe: readonly CompiledVersion[] } {
  const fits = rule.versions.filter((version) => fitOf(version, frame) !== NO);
  return { sure: fits.find((version) => fitOf(version, frame) === YES), maybe: fits };
}

/** The rule's answer, with the number under which facts found irrelevant are noted. */
export function judge(rule: CompiledRule, frame: Frame, number: number): number {
  if (rule.state !== 'known') return unknown(rule.state === 'stale' ? STALE : NOT_RESEARCHED);
  const first = choose(rule, frame, number);
  if (truthOf(first) !== U) return first;
  const found = tryCells(rule.candidates, frame, (trial) => choose(rule, trial, number));
  if (found === undefined) return first;
  frame.independent.set(number, found.facts);
  return found.packed;
}

function choose(rule: CompiledRule, frame: Frame, number: number): number {
  const { sure, maybe } = versionsFor(rule, frame);
  if (sure !== undefined) return sure.root.evaluate(frame);
  return maybe.length === 0 ? NOT_APPLICABLE : agree(maybe, frame, number);
}

function agree(maybe: readonly CompiledVersion[], frame: Frame, number: number): number {
  const answers = maybe.map((each) => each.root.evaluate(frame));
  const hole = !coversEverybody(maybe, frame);
  const truth = truthOf(answers[0] ?? NOT_APPLICABLE);
  const same = answers.every((answer) => truthOf(answer) === truth);
  const standing = answers.reduce((held, answer) => Math.min(held, standingOf(answer)), MET);
  if (same && truth !== U && !hole) {
    if (truth === N) return NOT_APPLICABLE;
    if (!frame.trial) frame.independent.set(number, anchorsOf(maybe));
    const strength = answers.reduce((held, answer) => least(held, strengthOf(answer)), 0);
    const grade = answers.reduce((held, answer) => least(held, gradeOf(answer)), 0);
    return settled(pack(truth, standing, strength, grade, 0));
  }
  const vague = hole || answers.some((answer) => truthOf(answer) === N) ? OPEN : standing;
  const reasons = answers
    .filter((answer) => truthOf(answer) === U)
    .reduce((held, answer) => held | reasonsOf(answer), 0);
  const disputed = maybe.some(({ anchor }) => anchor >= 0 && frame.scalars.state[anchor] === IN_DISPUTE);
  return pack(U, bound(vague, U), 0, 0, reasons | (disputed ? DISPUTED : NOT_SAID));
}

export const anchorsOf = (versions: readonly CompiledVersion[]): readonly string[] =>
  [...new Set(versions.map(({ version }) => version.appliesTo?.anchor ?? ''))].sort();

/** Whether versions of one anchor leave no day that it may be without a version. */
function coversEverybody(maybe: readonly CompiledVersion[], { scalars }: Frame): boolean {
  const anchor = maybe[0]?.anchor ?? -1;
  if (anchor < 0 || maybe.some((each) => each.anchor !== anchor)) return false;
  const given = scalars.state[anchor] === KNOWN;
  const lo = given ? (scalars.lo[anchor] ?? 0) : Number.NEGATIVE_INFINITY;
  const hi = given ? (scalars.hi[anchor] ?? 0) : Number.POSITIVE_INFINITY;
  const sorted = [...maybe].sort((a, b) => a.from - b.from);
  let reached = sorted[0]?.from ?? Number.POSITIVE_INFINITY;
  if (reached > lo) return false;
  for (const { from, to } of sorted) if (from <= reached && to > reached) reached = to;
  return reached > hi || reached === Number.POSITIVE_INFINITY;
}

/** What is missing while the rule is unknown. */
export function missingOf(rule: CompiledRule, frame: Frame): readonly string[] {
  const { sure, maybe } = versionsFor(rule, frame);
  if (sure !== undefined) return sure.root.missing(frame);
  const open = maybe.filter(({ root }) => truthOf(frame.results[root.number] ?? 0) === U);
  return sortedUnion([anchorsOf(maybe), ...open.map(({ root }) => root.missing(frame))]);
}
