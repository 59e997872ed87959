/** Facts that exist, read where they have a meaning, lists that are lists, days that are days. */
import type { FactRef, ListSelection, Node } from '../language/nodes.ts';
import type { FactType } from '../language/vocabulary.ts';
import { daysOf, insideList, type Place, type VisitedNode, walkNodes } from '../language/walk-nodes.ts';
import { nearestWord } from '../schema/nearest-word.ts';
import type { Path } from '../schema/problem.ts';
import { checkComparison } from './check-comparison.ts';
import { fieldOf, type Say, typeOfFact, type Words } from './fact-types.ts';

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
