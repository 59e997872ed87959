/** A fact compared in a way its type allows. */
import type { CodeSet, FactRef, Node, Scalar } from '../language/nodes.ts';
import type { FactType } from '../language/vocabulary.ts';
import type { Place } from '../language/walk-nodes.ts';
import { nearestWord } from '../schema/nearest-word.ts';
import type { Path } from '../schema/problem.ts';
import { checkLiteral } from './check-literal.ts';
import { type Say, shareCodes, typeOfFact, type Words } from './fact-types.ts';

const TAKES: Readonly<Record<string, readonly FactType['type'][]>> = {
  equals: ['boolean', 'code', 'number', 'day', 'school'],
  notEquals: ['boolean', 'code', 'number', 'day', 'school'],
  atLeast: ['number'],
  moreThan: ['number'],
  atMost: ['number'],
  lessThan: ['number'],
  between: ['number'],
  onOrAfter: ['day'],
  after: ['day'],
  onOrBefore: ['day'],
  before: ['day'],
  in: ['code'],
  notIn: ['code'],
  includes: ['codes'],
  includesAny: ['codes'],
  onlyFrom: ['codes'],
};

export function checkComparison(node: Node & FactRef, at: Path, place: Place, words: Words, say: Say): void {
  const type = typeOfFact(node.fact, place, words, [...at, 'fact'], say);
  const found = Object.entries(node).find(([key]) => key in TAKES);
  if (type === undefined || found === undefined) return;
  const [name, operand] = found as [string, Scalar | FactRef | CodeSet | readonly number[]];
  const allowed = TAKES[name] ?? [];
  if (!allowed.includes(type.type)) {
    const fitting = Object.keys(TAKES).filter((each) => TAKES[each]?.includes(type.type));
    return say(
      'LINT_TYPE',
      [...at, name],
      `${node.fact} is a ${type.type}: ${name} cannot compare it.`,
      fitting.length === 0 ? 'A text is never compared.' : `Use ${fitting.join(', ')}.`,
    );
  }
  if (['onOrAfter', 'after', 'onOrBefore', 'before'].includes(name)) return;
  const operandAt = [...at, name];
  if (typeof operand === 'object' && 'fact' in operand)
    return compareFacts(node.fact, type, operand.fact, operandAt, place, words, say);
  if (typeof operand === 'object' && 'group' in operand)
    return checkGroup(operand.group, type, operandAt, words, say);
  for (const [index, literal] of (Array.isArray(operand)
    ? (operand as readonly Scalar[])
    : [operand as Scalar]
  ).entries()) {
    checkLiteral(
      node.fact,
      literal,
      type,
      Array.isArray(operand) ? [...operandAt, index] : operandAt,
      words,
      say,
    );
  }
}

function compareFacts(
  left: string,
  type: FactType,
  right: string,
  at: Path,
  place: Place,
  words: Words,
  say: Say,
): void {
  const other = typeOfFact(right, place, words, at, say);
  if (other === undefined) return;
  const single = type.type === 'codes' ? 'code' : type.type;
  if (other.type !== single)
    return say(
      'LINT_TYPE',
      at,
      `${left} is a ${type.type} and ${right} a ${other.type}.`,
      'Compare facts of one type.',
    );
  if ('codes' in type && 'codes' in other && !shareCodes(type.codes, other.codes))
    say(
      'LINT_TYPE',
      at,
      `${left} has codes of ${type.codes}, ${right} of ${other.codes}.`,
      'Compare codes of one list.',
    );
}

function checkGroup(name: string, type: FactType, at: Path, { vocabulary }: Words, say: Say): void {
  const group = vocabulary.groups.get(name);
  if (group === undefined) {
    const near = nearestWord(name, [...vocabulary.groups.keys()]);
    return say(
      'LINT_GROUP_UNKNOWN',
      at,
      `No group ${name} in the vocabulary.`,
      near === undefined ? 'Add it to vocabulary/groups.' : `Did you mean ${near}?`,
    );
  }
  if ('codes' in type && !shareCodes(type.codes, group.codes))
    say(
      'LINT_TYPE',
      at,
      `The group ${name} holds codes of ${group.codes}, the fact of ${type.codes}.`,
      'Use a group of the same codes.',
    );
}
