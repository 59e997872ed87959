/** What a frame recorded of a rule, as the outcome that explanations are written from. */
import type { Outcome } from '../reference/outcome.ts';
import { versionsFor } from './choose-version.ts';
import type { CompiledLaw } from './compile-law.ts';
import { type CompiledRule, numberOfChoice } from './compile-rule.ts';
import type { CompiledNode } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import {
  gradeName,
  NOT_APPLICABLE,
  reasonNames,
  standingName,
  strengthName,
  truthName,
  truthOf,
  U,
} from './packed.ts';

export function outcomeOfRule(number: number, compiled: CompiledLaw, frame: Frame): Outcome {
  const rule = compiled.rules[number] as CompiledRule;
  const packed = compiled.evaluateRule(number, frame);
  if (rule.state !== 'known') return draft(packed, NOTHING, NOTHING, rule.id, NOTHING);
  const { sure, maybe } = versionsFor(rule.versions, frame);
  const independent = frame.independent.get(numberOfChoice(number)) ?? NOTHING;
  if (sure !== undefined) {
    const root = outcomeOfNode(sure.root, compiled, frame);
    // What the choice between versions found holds for the rule as a whole.
    if (independent.length === 0) return root;
    return { ...root, ...draft(packed, NOTHING, independent, root.path, root.children) };
  }
  if (maybe.length === 0) return draft(NOT_APPLICABLE, NOTHING, NOTHING, rule.id, NOTHING);
  const missing = truthOf(packed) === U ? rule.missing(frame) : NOTHING;
  const versions = maybe.map(({ root }) => outcomeOfNode(root, compiled, frame));
  return draft(packed, missing, independent, rule.id, versions);
}

function outcomeOfNode(node: CompiledNode, compiled: CompiledLaw, frame: Frame): Outcome {
  const packed = frame.recorded[node.row] as number;
  const referred = node.rule === undefined ? undefined : outcomeOfRule(node.rule, compiled, frame);
  const outcome = draft(
    packed,
    truthOf(packed) === U ? node.missing(frame) : NOTHING,
    referred?.independentOf ?? frame.independent.get(node.row) ?? NOTHING,
    node.path,
    referred === undefined ? node.children.map((child) => outcomeOfNode(child, compiled, frame)) : [referred],
  );
  outcome.node = node.node;
  const trace = node.trace?.(frame);
  if (trace !== undefined) {
    outcome.matched = trace.matched;
    outcome.possible = trace.possible;
  }
  return outcome;
}

/** Spreading what may be absent costs more than everything else here: it is added where it is present. */
type Draft = { -readonly [K in keyof Outcome]: Outcome[K] };

const NOTHING: readonly never[] = [];

function draft(
  packed: number,
  missing: readonly string[],
  independentOf: readonly string[],
  path: string,
  children: readonly Outcome[],
): Draft {
  const outcome: Draft = {
    truth: truthName(packed),
    standing: standingName(packed),
    reasons: reasonNames(packed),
    missing,
    independentOf,
    path,
    children,
  };
  const [strength, grade] = [strengthName(packed), gradeName(packed)];
  if (strength !== undefined) outcome.strength = strength;
  if (grade !== undefined) outcome.grade = grade;
  return outcome;
}
