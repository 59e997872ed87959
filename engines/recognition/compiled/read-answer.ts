/** An answer and the law that it was given by, as the whole explanation again. */
import type { Citation } from '../../kernel/index.ts';
import type { ExplanationNode, FactUsed } from '../assessment.ts';
import { showValue } from '../explanation/show-value.ts';
import type { FactNamed } from '../explanation/tell-node.ts';
import type { Strength } from '../language/facts.ts';
import type { Answer, More, VersionAnswer } from './answer.ts';
import { type AnswerSheet, makeAnswerSheet } from './answer-sheet.ts';
import type { CompiledRule } from './compile-rule.ts';
import { type CompiledNode, sortedUnion } from './compiled-node.ts';
import { gradeName, reasonNames, standingName, strengthName, T, truthName, truthOf, U } from './packed.ts';
import { stateAt } from './state-letters.ts';
import type { AnswerInput } from './write-answer.ts';

/** Throws where the answer was not given by this law: it names a rule, a version or a node that the law has not. */
export function explanationOfAnswer(answer: Answer, law: AnswerInput): ExplanationNode {
  if ('explanation' in answer) return answer.explanation;
  const { compiled, tell, citationsOf } = law;
  const rule = compiled.rules[compiled.ruleNumbers.get(answer.rule) ?? -1];
  const version = rule?.versions.find((each) => each.version.version === answer.version);
  if (rule === undefined || version === undefined) return refuse(answer);
  const sheet = makeAnswerSheet(version, tell, compiled.layout);
  const reading = { answer, law, sheet, rule, facts: factsOf(sheet, answer) };
  return explain(version.root, citationsOf(rule.id), reading);
}

type Reading = {
  readonly answer: VersionAnswer;
  readonly law: AnswerInput;
  readonly sheet: AnswerSheet;
  readonly rule: CompiledRule;
  readonly facts: ReadonlyMap<string, FactUsed>;
};

function refuse({ rule, version }: VersionAnswer): never {
  throw new Error(`No version ${version} of ${rule} in this law: read the answer with the law that gave it.`);
}

function factsOf({ facts }: AnswerSheet, answer: VersionAnswer): ReadonlyMap<string, FactUsed> {
  if (facts.length !== answer.facts.length) return refuse(answer);
  return new Map(facts.map((named, at) => [named.fact, factOf(named, at, answer)]));
}

function factOf(
  { fact, label, definition }: FactNamed,
  at: number,
  { facts, strengths }: VersionAnswer,
): FactUsed {
  const given = facts[at];
  if (given === null || given === undefined) return { fact, label, state: 'unknown' };
  if (typeof given === 'object') return { fact, label, ...given };
  const strength = Number(strengths.charAt(at)) as Strength;
  const value =
    typeof given === 'number'
      ? showValue({ state: 'range', lo: given, hi: given, strength }, definition)
      : String(given);
  return { fact, label, state: 'known', strength, ...(value === undefined ? {} : { value }) };
}

function explain(node: CompiledNode, cite: readonly Citation[], reading: Reading): ExplanationNode {
  const { answer, law, facts } = reading;
  const own = node.node.cite ?? cite;
  const packed = stateOf(node, reading);
  const told = law.tell(node.node);
  const { said, ...more } = moreOf(node, reading);
  const referred = said === undefined ? undefined : explanationOfAnswer(said, law);
  const [strength, grade] = [strengthName(packed), gradeName(packed)];
  const { cure = [], waiver } = node.node;
  return {
    id: node.path,
    operator: told.operator,
    sentence: told.sentence,
    truth: truthName(packed),
    reasons: reasonNames(packed),
    missing: missingOf(node, referred, reading),
    independentOf: referred?.independentOf ?? more.independentOf ?? [],
    facts: told.facts.map(({ fact }) => facts.get(fact) ?? refuse(answer)),
    cite: own,
    cure,
    children:
      referred === undefined ? node.children.map((child) => explain(child, own, reading)) : [referred],
    ...(truthName(packed) === 'notApplicable' ? {} : { standing: standingName(packed) }),
    ...(strength === undefined ? {} : { strength }),
    ...(grade === undefined ? {} : { grade }),
    ...(waiver === undefined ? {} : { waiver }),
    ...(more.matched === undefined ? {} : { matched: more.matched }),
    ...(more.possible === undefined ? {} : { possible: more.possible }),
  };
}

const numberOf = (node: CompiledNode, { sheet }: Reading): number => node.row - sheet.version.root.first;

const moreOf = (node: CompiledNode, reading: Reading): More =>
  reading.answer.more?.[String(numberOf(node, reading))] ?? {};

const stateOf = (node: CompiledNode, reading: Reading): number =>
  stateAt(reading.answer.states, numberOf(node, reading)) ?? refuse(reading.answer);

/** A leaf misses the scalar that it reads, logic what the children miss that keep it open. */
function missingOf(
  node: CompiledNode,
  referred: ExplanationNode | undefined,
  reading: Reading,
): readonly string[] {
  if (truthOf(stateOf(node, reading)) !== U) return [];
  if (referred !== undefined) return referred.missing;
  if (node.missesItsFact) return reading.law.tell(node.node).facts.map(({ fact }) => fact);
  if (node.children.length === 0) return moreOf(node, reading).missing ?? [];
  const open = openChildren(node, reading);
  return sortedUnion(open.map((child) => missingOf(child, saidOf(child, reading), reading)));
}

const saidOf = (node: CompiledNode, reading: Reading): ExplanationNode | undefined => {
  const { said } = moreOf(node, reading);
  return said === undefined ? undefined : explanationOfAnswer(said, reading.law);
};

/** `docs/semantics.md` section 6: of a choice whose condition is known, only what was chosen. */
function openChildren({ node, children }: CompiledNode, reading: Reading): readonly CompiledNode[] {
  const isOpen = (child: CompiledNode): boolean => truthOf(stateOf(child, reading)) === U;
  const [condition, ifTrue, ifFalse] = children;
  if (!('if' in node) || condition === undefined || isOpen(condition)) return children.filter(isOpen);
  const chosen = truthOf(stateOf(condition, reading)) === T ? ifTrue : ifFalse;
  return chosen !== undefined && isOpen(chosen) ? [chosen] : [];
}
