/** Every node below a node, whatever it stands in: branches of logic, selections of lists, rows of tables, days over lists. */

import type { Path } from '../schema/problem.ts';
import type { DayExpression, ListSelection, Node } from './nodes.ts';

/** What `its`, `outer` and `row` mean at a node: names of lists and of a table. */
export type Place = { readonly its?: string; readonly outer?: string; readonly table?: string };

export type VisitedNode = { readonly node: Node; readonly at: Path; readonly place: Place };

export function walkNodes(node: Node, at: Path = [], place: Place = {}): readonly VisitedNode[] {
  return [
    { node, at, place },
    ...partsOf(node, at, place).flatMap((part) => walkNodes(part.node, part.at, part.place)),
  ];
}

/** The nodes directly below, each with its place. */
export function partsOf(node: Node, at: Path = [], place: Place = {}): readonly VisitedNode[] {
  const one = (part: Node, ...steps: Path): VisitedNode => ({ node: part, at: [...at, ...steps], place });
  const many = (parts: readonly Node[], ...steps: Path): readonly VisitedNode[] =>
    parts.map((part, index) => one(part, ...steps, index));
  if ('all' in node) return many(node.all, 'all');
  if ('any' in node) return many(node.any, 'any');
  if ('not' in node) return [one(node.not, 'not')];
  if ('atLeast' in node && typeof node.atLeast === 'object') return many(node.atLeast.of, 'atLeast', 'of');
  if ('exactly' in node) return many(node.exactly.of, 'exactly', 'of');
  if ('if' in node)
    return [
      one(node.if, 'if'),
      one(node.then, 'then'),
      ...(node.else === undefined ? [] : [one(node.else, 'else')]),
    ];
  if ('unless' in node) return [one(node.unless, 'unless'), one(node.then, 'then')];
  if ('table' in node)
    return [
      { node: node.table.where, at: [...at, 'table', 'where'], place: { ...place, table: node.table.name } },
    ];
  return [
    ...listParts(node, at, place),
    ...daysOf(node, at).flatMap(({ day, at: dayAt }) => dayParts(day, dayAt, place)),
  ];
}

/** Whether a node's parts are branches of logic; the parts of every other operator belong to one leaf. */
export const isLogical = (node: Node): boolean =>
  'all' in node ||
  'any' in node ||
  'not' in node ||
  ('atLeast' in node && typeof node.atLeast === 'object') ||
  'exactly' in node ||
  'if' in node ||
  'unless' in node;

/** Inside a list `its` is the entry; the entry of the list around it becomes `outer`. */
export const insideList = (list: string, { its, table }: Place): Place => ({
  its: list,
  ...(its === undefined ? {} : { outer: its }),
  ...(table === undefined ? {} : { table }),
});

function listParts(node: Node, at: Path, place: Place): readonly VisitedNode[] {
  const selection = (of: ListSelection, name: string): readonly VisitedNode[] =>
    of.where === undefined
      ? []
      : [{ node: of.where, at: [...at, name, 'where'], place: insideList(of.list, place) }];
  if ('some' in node) return selection(node.some, 'some');
  if ('count' in node) return selection(node.count, 'count');
  if ('sumDuration' in node) return selection(node.sumDuration, 'sumDuration');
  if ('every' in node)
    return [
      ...selection(node.every, 'every'),
      {
        node: node.every.satisfies,
        at: [...at, 'every', 'satisfies'],
        place: insideList(node.every.list, place),
      },
    ];
  if (!('examWindow' in node)) return [];
  const { list, parts } = node.examWindow;
  return parts.map((part, index) => ({
    node: part,
    at: [...at, 'examWindow', 'parts', index],
    place: insideList(list, place),
  }));
}

export type PlacedDay = { readonly day: DayExpression; readonly at: Path };

/** The day expressions that an operator takes. */
export function daysOf(node: Node, at: Path = []): readonly PlacedDay[] {
  if ('withinPeriod' in node)
    return (['from', 'to'] as const).map((name) => ({
      day: node.withinPeriod[name],
      at: [...at, 'withinPeriod', name],
    }));
  if ('asOf' in node) return [{ day: node.asOf.on, at: [...at, 'asOf', 'on'] }];
  if ('sumDuration' in node && node.sumDuration.window !== undefined)
    return [{ day: node.sumDuration.window.endsOn, at: [...at, 'sumDuration', 'window', 'endsOn'] }];
  const bounds = node as { readonly [name: string]: unknown };
  return (['onOrAfter', 'after', 'onOrBefore', 'before'] as const)
    .filter((name) => bounds[name] !== undefined)
    .map((name) => ({ day: bounds[name] as DayExpression, at: [...at, name] }));
}

function dayParts(day: DayExpression, at: Path, place: Place): readonly VisitedNode[] {
  if (typeof day === 'string' || 'fact' in day) return [];
  const [name, selection] =
    'latest' in day ? (['latest', day.latest] as const) : (['earliest', day.earliest] as const);
  return selection.where === undefined
    ? []
    : [{ node: selection.where, at: [...at, name, 'where'], place: insideList(selection.list, place) }];
}
