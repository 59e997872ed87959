/** The compiled back end behind the port that `assess` asks: outcomes are built from recorded states, only for what is looked at. */
import type { Evaluator } from '../assess/prepare-law.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { Outcome } from '../reference/outcome.ts';
import { type CompiledLaw, compileLaw } from './compile-law.ts';
import { type CompiledRule, versionsFor } from './compile-rule.ts';
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

export const compiledEvaluator: Evaluator = (law: ResolvedLaw, vocabulary: Vocabulary) => {
  const compiled = compileLaw(law, vocabulary);
  return (facts, registry) => {
    const frame = compiled.load(facts, registry);
    return (rule) => outcomeOfRule(compiled.ruleNumbers.get(rule) ?? -1, compiled, frame);
  };
};

export function outcomeOfRule(number: number, compiled: CompiledLaw, frame: Frame): Outcome {
  const rule = compiled.rules[number] as CompiledRule;
  const packed = compiled.evaluateRule(number, frame);
  if (rule.state !== 'known') return said(packed, NOTHING, NOTHING, rule.id, NOTHING);
  const { sure, maybe } = versionsFor(rule, frame);
  const independent = frame.independent.get(compiled.numberOfRule(number)) ?? NOTHING;
  if (sure !== undefined) {
    const root = outcomeOf(sure.root, compiled, frame);
    // What the choice between versions found holds for the rule as a whole.
    if (independent.length === 0) return root;
    return { ...root, ...said(packed, NOTHING, independent, root.path, root.children) };
  }
  if (maybe.length === 0) return said(NOT_APPLICABLE, NOTHING, NOTHING, rule.id, NOTHING);
  const missing = truthOf(packed) === U ? compiled.missingOfRule(number, frame) : NOTHING;
  const versions = maybe.map(({ root }) => outcomeOf(root, compiled, frame));
  return said(packed, missing, independent, rule.id, versions);
}

function outcomeOf(node: CompiledNode, compiled: CompiledLaw, frame: Frame): Outcome {
  const packed = frame.results[node.number] ?? 0;
  const referred = node.rule === undefined ? undefined : outcomeOfRule(node.rule, compiled, frame);
  const outcome = said(
    packed,
    truthOf(packed) === U ? node.missing(frame) : NOTHING,
    referred?.independentOf ?? frame.independent.get(node.number) ?? NOTHING,
    node.path,
    referred === undefined ? node.children.map((child) => outcomeOf(child, compiled, frame)) : [referred],
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

function said(
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
