/** A rule: its versions compiled, and the choice between them by the person's anchor date. `docs/semantics.md` section 11. */
import { strongestGrade } from '../../kernel/index.ts';
import type { ResolvedRule } from '../query/resolve-query.ts';
import { candidatesOfVersions } from './candidates.ts';
import {
  agree,
  agreeOnTruth,
  anchorsOf,
  type CompiledVersion,
  compileAnchor,
  versionsFor,
} from './choose-version.ts';
import { compileNode } from './compile-node.ts';
import { type Assembly, type Compiler, type Evaluate, sortedUnion } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { gradeCode, N, NOT_APPLICABLE, NOT_RESEARCHED, STALE, truthOf, U, unknown } from './packed.ts';
import { settleVerdict, settling } from './settle.ts';

export type CompiledRule = {
  readonly id: string;
  readonly state: ResolvedRule['state'];
  readonly versions: readonly CompiledVersion[];
  readonly evaluate: Evaluate;
  readonly verdict: Evaluate;
  readonly missing: (frame: Frame) => readonly string[];
};

/** Under this number a frame notes what the choice between versions does not depend on. */
export const numberOfChoice = (rule: number): number => -1 - rule;

export function compileRule(
  { rule, state, versions }: ResolvedRule,
  number: number,
  compiler: Compiler,
  assembly: Assembly,
): CompiledRule {
  if (state !== 'known') return unknownRule(rule.rule, state);
  const compiled = versions.map((version): CompiledVersion => {
    const grade = gradeCode(strongestGrade(version.cite.map((cite) => cite.grade)));
    const path = `${rule.rule}@${version.version}`;
    const root = compileNode(version.when, { place: { compiler, grade }, assembly, path });
    return { version, root, ...compileAnchor(version, compiler.layout) };
  });
  const candidates = candidatesOfVersions(versions, compiler);
  const choice = numberOfChoice(number);
  const [only] = compiled;
  const again =
    only !== undefined && isForAll(compiled)
      ? only.root.evaluate
      : (frame: Frame): number => choose(compiled, frame, choice);
  const settle = candidates.length === 0 ? undefined : settling({ number: choice, candidates, again });
  return {
    id: rule.rule,
    state,
    versions: compiled,
    evaluate: settle === undefined ? again : (frame) => settle(again(frame), frame),
    verdict: settleVerdict(candidates, (frame) => chooseTruth(compiled, frame)),
    missing: (frame) => missingOf(compiled, frame),
  };
}

function unknownRule(id: string, state: ResolvedRule['state']): CompiledRule {
  const packed = unknown(state === 'stale' ? STALE : NOT_RESEARCHED);
  return { id, state, versions: [], evaluate: () => packed, verdict: () => U, missing: () => [] };
}

/** Most rules have one version, for everybody. */
const isForAll = ([version, ...others]: readonly CompiledVersion[]): boolean =>
  version !== undefined && version.anchor < 0 && others.length === 0;

/** One certain version decides; several that may apply must agree. */
function choose(versions: readonly CompiledVersion[], frame: Frame, choice: number): number {
  const { sure, maybe } = versionsFor(versions, frame);
  if (sure !== undefined) return sure.root.evaluate(frame);
  if (maybe.length === 0) return NOT_APPLICABLE;
  const answers = maybe.map(({ root }) => root.evaluate(frame));
  return agree(maybe, answers, frame, choice);
}

function chooseTruth(versions: readonly CompiledVersion[], frame: Frame): number {
  const { sure, maybe } = versionsFor(versions, frame);
  if (sure !== undefined) return sure.root.verdict(frame);
  return maybe.length === 0 ? N : agreeOnTruth(maybe, frame);
}

/** What is missing while the rule is unknown. */
function missingOf(versions: readonly CompiledVersion[], frame: Frame): readonly string[] {
  const { sure, maybe } = versionsFor(versions, frame);
  if (sure !== undefined) return sure.root.missing(frame);
  const open = maybe.filter(({ root }) => truthOf(frame.recorded[root.row] as number) === U);
  return sortedUnion([anchorsOf(maybe), ...open.map(({ root }) => root.missing(frame))]);
}
