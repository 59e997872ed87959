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
  if (rule.state !== 'known') return { ...said(packed, [], []), path: rule.id, children: [] };
  const { sure, maybe } = versionsFor(rule, frame);
  const independent = frame.independent.get(compiled.numberOfRule(number)) ?? [];
  if (sure !== undefined) {
    const root = outcomeOf(sure.root, compiled, frame);
    // What the choice between versions found holds for the rule as a whole.
    return independent.length === 0 ? root : { ...root, ...said(packed, [], independent) };
  }
  if (maybe.length === 0) return { ...said(NOT_APPLICABLE, [], []), path: rule.id, children: [] };
  const missing = truthOf(packed) === U ? compiled.missingOfRule(number, frame) : [];
  return {
    ...said(packed, missing, independent),
    path: rule.id,
    children: maybe.map(({ root }) => outcomeOf(root, compiled, frame)),
  };
}

function outcomeOf(node: CompiledNode, compiled: CompiledLaw, frame: Frame): Outcome {
  const packed = frame.results[node.number] ?? 0;
  const missing = truthOf(packed) === U ? node.missing(frame) : [];
  const trace = node.trace?.(frame);
  const referred = node.rule === undefined ? undefined : outcomeOfRule(node.rule, compiled, frame);
  const independent = referred?.independentOf ?? frame.independent.get(node.number) ?? [];
  return {
    ...said(packed, missing, independent),
    path: node.path,
    node: node.node,
    ...(trace === undefined ? {} : trace),
    children:
      referred === undefined ? node.children.map((child) => outcomeOf(child, compiled, frame)) : [referred],
  };
}

function said(
  packed: number,
  missing: readonly string[],
  independentOf: readonly string[],
): Omit<Outcome, 'path' | 'children' | 'node'> {
  const [strength, grade] = [strengthName(packed), gradeName(packed)];
  return {
    truth: truthName(packed),
    standing: standingName(packed),
    reasons: reasonNames(packed),
    missing,
    independentOf,
    ...(strength === undefined ? {} : { strength }),
    ...(grade === undefined ? {} : { grade }),
  };
}
