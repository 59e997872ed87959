/** Facts that exist, compared in ways their types allow, with codes of their lists. */
import { parseDay } from '../../kernel/index.ts';
import type { CodeSet, FactRef, ListSelection, Node, Scalar } from '../language/nodes.ts';
import { nearestWord } from '../language/schema/nearest-word.ts';
import type { Path } from '../language/schema/problem.ts';
import type { FactType } from '../language/vocabulary.ts';
import { daysOf, insideList, type Place, type VisitedNode, walkNodes } from '../language/walk-nodes.ts';
import { ANY_CODES, fieldOf, type Say, shareCodes, typeOfFact, type Words } from './fact-types.ts';

export function checkTypes(node: Node, at: Path, words: Words, say: Say): void {
  for (const visited of walkNodes(node, at)) checkOne(visited, words, say);
}

/** Whose date selects a version: a day of the person, not of an entry. */
export const checkAnchor = (anchor: string, at: Path, words: Words, say: Say): void =>
  wantType(typeOfFact(anchor, {}, words, at, say), ['day'], anchor, at, say);

function checkOne({ node, at, place }: VisitedNode, words: Words, say: Say): void {
  for (const { day, at: dayAt } of daysOf(node, at)) checkDay(day, dayAt, place, words, say);
  if (node.cure !== undefined && (place.its !== undefined || place.table !== undefined)) {
    say(
      'LINT_CURE_INSIDE_LIST',
      [...at, 'cure'],
      'Nothing is cured inside a list or a table.',
      'Move cure to the list operator itself.',
    );
  }
  if ('fact' in node) return checkComparison(node as Node & FactRef, at, place, words, say);
  if ('asOf' in node) return checkJoin(node.asOf, [...at, 'asOf'], place, words, say);
  if ('some' in node) return checkList(node.some, [...at, 'some'], words, say);
  if ('every' in node) return checkList(node.every, [...at, 'every'], words, say);
  if ('count' in node) return checkList(node.count, [...at, 'count'], words, say);
  if ('table' in node && !words.tables.has(node.table.name))
    return say(
      'LINT_REFERENCE',
      [...at, 'table', 'name'],
      `No table ${node.table.name} in this pack or those it uses.`,
      'Add the table, or correct its name.',
    );
  if ('examWindow' in node) {
    checkList(node.examWindow, [...at, 'examWindow'], words, say);
    return checkField(
      node.examWindow.list,
      node.examWindow.field,
      'day',
      [...at, 'examWindow', 'field'],
      words,
      say,
    );
  }
  if ('sumDuration' in node) checkSum(node.sumDuration, [...at, 'sumDuration'], words, say);
}

function checkSum(
  sum: Extract<Node, { sumDuration: unknown }>['sumDuration'],
  at: Path,
  words: Words,
  say: Say,
): void {
  checkList(sum, at, words, say);
  checkField(sum.list, sum.from, 'day', [...at, 'from'], words, say);
  checkField(sum.list, sum.to, 'day', [...at, 'to'], words, say);
  if (sum.weight !== undefined) checkField(sum.list, sum.weight, 'number', [...at, 'weight'], words, say);
}

function checkList({ list }: ListSelection, at: Path, { vocabulary }: Words, say: Say): void {
  const section = vocabulary.sections.get(list);
  if (section?.kind === 'list') return;
  const lists = [...vocabulary.sections.values()]
    .filter((each) => each.kind === 'list')
    .map((each) => each.section);
  const near = nearestWord(list, lists);
  say(
    'LINT_LIST_UNKNOWN',
    [...at, 'list'],
    section === undefined ? `No list ${list} in the vocabulary.` : `${list} is no list.`,
    near === undefined ? `Lists are ${lists.join(', ')}.` : `Did you mean ${near}?`,
  );
}

function checkField(
  list: string,
  field: string,
  wanted: FactType['type'],
  at: Path,
  { vocabulary }: Words,
  say: Say,
): void {
  const section = vocabulary.sections.get(list);
  if (section === undefined) return;
  const type = fieldOf(section, field, field, at, say);
  if (type !== undefined && type.type !== wanted)
    say('LINT_TYPE', at, `${field} is a ${type.type}, not a ${wanted}.`, `Name a field of type ${wanted}.`);
}

type Day = ReturnType<typeof daysOf>[number]['day'];

export function checkDay(day: Day, at: Path, place: Place, words: Words, say: Say): void {
  if (typeof day === 'string') return;
  if ('fact' in day) return wantType(typeOfFact(day.fact, place, words, at, say), ['day'], day.fact, at, say);
  const [name, selection] =
    'latest' in day ? (['latest', day.latest] as const) : (['earliest', day.earliest] as const);
  checkList(selection, [...at, name], words, say);
  if (words.vocabulary.sections.get(selection.list)?.kind === 'list') {
    wantType(
      typeOfFact(
        `its.${selection.field}`,
        insideList(selection.list, place),
        words,
        [...at, name, 'field'],
        say,
      ),
      ['day'],
      selection.field,
      [...at, name, 'field'],
      say,
    );
  }
}

function wantType(
  type: FactType | undefined,
  wanted: readonly FactType['type'][],
  fact: string,
  at: Path,
  say: Say,
): void {
  if (type === undefined || wanted.includes(type.type)) return;
  say(
    'LINT_TYPE',
    at,
    `${fact} is a ${type.type}; here a ${wanted.join(' or ')} is needed.`,
    `Use a fact of type ${wanted.join(' or ')}, or another operator.`,
  );
}

function checkJoin(
  { subject, otherwise }: Extract<Node, { asOf: unknown }>['asOf'],
  at: Path,
  place: Place,
  words: Words,
  say: Say,
): void {
  wantType(
    typeOfFact(subject, place, words, [...at, 'subject'], say),
    ['school'],
    subject,
    [...at, 'subject'],
    say,
  );
  if (otherwise !== undefined)
    wantType(
      typeOfFact(otherwise, place, words, [...at, 'otherwise'], say),
      ['boolean'],
      otherwise,
      [...at, 'otherwise'],
      say,
    );
}

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

function checkComparison(node: Node & FactRef, at: Path, place: Place, words: Words, say: Say): void {
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

/** A literal of the law against the type of its fact. */
export function checkLiteral(
  fact: string,
  literal: Scalar,
  type: FactType,
  at: Path,
  { vocabulary }: Words,
  say: Say,
): void {
  const wrong = (wanted: string): void =>
    say(
      'LINT_TYPE',
      at,
      `${fact} is a ${type.type}; ${JSON.stringify(literal)} is not ${wanted}.`,
      `Write ${wanted}.`,
    );
  switch (type.type) {
    case 'boolean':
      return typeof literal === 'boolean' ? undefined : wrong('true or false');
    case 'number':
      if (typeof literal !== 'number') return wrong('a number');
      if (literal < (type.min ?? literal) || literal > (type.max ?? literal))
        say(
          'LINT_THRESHOLD',
          at,
          `${literal} lies outside what ${fact} can be (${type.min ?? '…'} to ${type.max ?? '…'}).`,
          'Correct the threshold, or the range in the vocabulary.',
        );
      return;
    case 'day':
      return typeof literal === 'string' && parseDay(literal).ok
        ? undefined
        : wrong('a day such as "2021-07-01"');
    case 'code':
    case 'codes':
      return typeof literal === 'string'
        ? checkCode(literal, type.codes, at, vocabulary, say)
        : wrong('a code');
    default:
      return typeof literal === 'string' ? undefined : wrong('a text');
  }
}

function checkCode(code: string, codes: string, at: Path, vocabulary: Words['vocabulary'], say: Say): void {
  if (codes === ANY_CODES) return;
  const list = vocabulary.codeLists.get(codes);
  if (list === undefined)
    return say(
      'LINT_VOCABULARY',
      at,
      `The vocabulary has no list of codes ${codes}.`,
      'Add the list to vocabulary/codes.',
    );
  if (list.entries.some((entry) => entry.code === code)) return;
  const near = nearestWord(
    code,
    list.entries.map((entry) => entry.code),
  );
  say(
    'LINT_CODE_UNKNOWN',
    at,
    `${code} is not a code of ${codes}.`,
    near === undefined ? 'Add it to vocabulary/codes, or use a code that is there.' : `Did you mean ${near}?`,
  );
}
