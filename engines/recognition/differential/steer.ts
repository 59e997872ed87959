/** Changes an invented person until a leaf says what is wanted: by drawing anew what the leaf reads, a few times. */
import { factsNamed } from '../explanation/facts-named.ts';
import type { Entry, FactValue } from '../language/facts.ts';
import type { Node } from '../language/nodes.ts';
import type { RuleVersion } from '../language/pack.ts';
import type { Truth } from '../language/verdict.ts';
import { partsOf } from '../language/walk-nodes.ts';
import { childrenOf } from '../operators/index.ts';
import type { Scope } from '../reference/scope.ts';
import { type Draft, drawEntry, listOf, maybeValue, setScalar } from './draw-facts.ts';
import type { Draw } from './draw-value.ts';

export type Steering = {
  readonly draft: Draft;
  readonly draw: Draw;
  /** Fresh eyes on the draft: nothing found before is remembered. */
  readonly scope: () => Scope;
};

const TRIES = 10;

export function steerLeaf(node: Node, version: RuleVersion, wanted: Truth, steering: Steering): void {
  steerAnchor(version, steering);
  steerNode(node, wanted, steering);
}

/** The version has to be the one that applies, or one that may. */
function steerAnchor({ appliesTo }: RuleVersion, { draft, draw }: Steering): void {
  if (appliesTo === undefined || (appliesTo.from ?? appliesTo.to) === undefined) return;
  const { anchor, from, to } = appliesTo;
  const literals = new Map(draw.literals).set(anchor, new Set([from, to].filter((day) => day !== undefined)));
  setScalar(anchor, maybeValue(anchor, { ...draw, literals }, 0.1), draft);
}

/** Makes a branch true or false: all of its parts, or one of them. */
export function steerNode(node: Node, wanted: Truth, steering: Steering, depth = 0): void {
  const { random } = steering.draw;
  const children = childrenOf(node).map(([, child]) => child);
  if (children.length === 0) steerLeafNode(node, wanted, steering, depth);
  else if ('not' in node) steerNode(node.not, opposite(wanted), steering, depth);
  else if ('if' in node || 'unless' in node) steerBranch(node, children, wanted, steering, depth);
  else {
    const one = random.pick(children);
    const every = random.chance(0.6);
    for (const child of children) if (every || child === one) steerNode(child, wanted, steering, depth);
  }
}

const opposite = (wanted: Truth): Truth =>
  wanted === 'true' ? 'false' : wanted === 'false' ? 'true' : wanted;

function steerBranch(
  node: Node,
  [condition, then, otherwise]: readonly Node[],
  wanted: Truth,
  steering: Steering,
  depth: number,
): void {
  const open = 'if' in node ? (otherwise === undefined ? true : steering.draw.random.chance(0.5)) : false;
  if (condition !== undefined) steerNode(condition, open ? 'true' : 'false', steering, depth);
  const branch = 'if' in node && !open ? otherwise : then;
  if (branch !== undefined) steerNode(branch, wanted, steering, depth);
}

function steerLeafNode(node: Node, wanted: Truth, steering: Steering, depth: number): void {
  if ('notResearched' in node) return;
  if ('rule' in node) return steerReferred(node.rule, wanted, steering, depth);
  const [scalars, lists] = [factsNamed(node), listsNamed(node)];
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (truthOfLeaf(node, steering.scope()) === wanted) return;
    for (const fact of scalars)
      setScalar(fact, maybeValue(fact, steering.draw, wanted === 'unknown' ? 0.5 : 0.05), steering.draft);
    for (const list of lists) steerList(node, list, steering);
  }
}

function steerReferred(id: string, wanted: Truth, steering: Steering, depth: number): void {
  const versions = steering.scope().law.rules.get(id)?.versions ?? [];
  if (depth > 2 || versions.length === 0) return;
  const version = steering.draw.random.pick(versions);
  steerAnchor(version, steering);
  steerNode(version.when, wanted, steering, depth + 1);
}

const truthOfLeaf = (node: Node, scope: Scope): Truth =>
  scope.interpreter.evaluateNode(node, scope, '').truth;

function listsNamed(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  if (Array.isArray(part)) return [...new Set(part.flatMap(listsNamed))];
  const lists = Object.entries(part).flatMap(([key, value]) =>
    key === 'cite' ? [] : key === 'list' && typeof value === 'string' ? [value] : listsNamed(value),
  );
  return [...new Set(lists)];
}

/** New entries, most of them such that some part of the leaf matches them, often beside those that another leaf needs. */
function steerList(node: Node, list: string, steering: Steering): void {
  const { draft, draw } = steering;
  const held = draw.random.chance(0.5) ? (draft.lists.get(list)?.entries ?? []).slice(-MOST_HELD) : [];
  const entries = [...held, ...drawEntriesFor(node, list, steering)];
  const named = entries.map((entry, index): Entry => ({ ...entry, id: `${list}-${index}` }));
  draft.lists.set(list, listOf(list, named, draw));
}

const MOST_HELD = 6;
/** Limits of attempts are passed by so many. */
const MANY = 9;

/** A few entries; many that are alike; or one for each part of the leaf, within some years where it asks for a window. */
function drawEntriesFor(node: Node, list: string, { draw, scope }: Steering): readonly Entry[] {
  const { random } = draw;
  const tests = partsOf(node).filter(({ place }) => place.its === list);
  const matching = (test: Node, index: number): Entry =>
    steerEntry(test, list, drawEntry(list, index, draw), draw, scope());
  if (tests.length === 0 || random.chance(0.6))
    return Array.from({ length: random.below(4) }, (_, index) =>
      tests.length === 0 || random.chance(0.3)
        ? drawEntry(list, index, draw)
        : matching(random.pick(tests).node, index),
    );
  if (tests.length === 1 || random.chance(0.3)) {
    const model = matching(random.pick(tests).node, 0);
    return Array.from({ length: 1 + random.below(MANY) }, (_, index) =>
      vary(model, drawEntry(list, index, draw), draw),
    );
  }
  const each = tests.map((test, index) => matching(test.node, index));
  return 'examWindow' in node ? drawTogether(each, node.examWindow.field, draw) : each;
}

/** Most fields of a model, some of another entry. */
const vary = (model: Entry, { id, fields }: Entry, { random }: Draw): Entry => ({
  id,
  fields: new Map([...model.fields, ...[...fields].filter(() => random.chance(0.15))]),
});

const SOME_YEARS = 4_000;

/** Days of one field within some years of each other. */
function drawTogether(entries: readonly Entry[], field: string, { random }: Draw): readonly Entry[] {
  const days = entries.flatMap(({ fields }) => fields.get(field) ?? []);
  const first = days.find((day) => day.state === 'range');
  if (first === undefined) return entries;
  return entries.map(({ id, fields }) => {
    const day = first.lo + random.below(SOME_YEARS);
    return { id, fields: new Map(fields).set(field, { ...first, lo: day, hi: day }) };
  });
}

function steerEntry(test: Node, list: string, { id, fields }: Entry, draw: Draw, scope: Scope): Entry {
  const draft = new Map(fields);
  const entry: Entry = { id, fields: draft };
  const inner: Scope = { ...scope, list, its: entry };
  const visit = (node: Node, wanted: Truth): void => {
    const children = childrenOf(node);
    if ('not' in node) return visit(node.not, opposite(wanted));
    if (children.length > 0) {
      for (const [, child] of 'any' in node ? [draw.random.pick(children)] : children) visit(child, wanted);
      return;
    }
    for (let tries = 0; tries < TRIES && truthOfLeaf(node, inner) !== wanted; tries += 1)
      for (const field of fieldsNamed(node))
        setField(field, maybeValue(`${list}.${field}`, draw, 0.05), draft);
  };
  visit(test, 'true');
  return entry;
}

function setField(field: string, value: FactValue, fields: Map<string, FactValue>): void {
  if (value.state === 'unknown') fields.delete(field);
  else fields.set(field, value);
}

function fieldsNamed(part: unknown): readonly string[] {
  if (typeof part === 'string') return part.startsWith('its.') ? [part.slice('its.'.length)] : [];
  if (typeof part !== 'object' || part === null) return [];
  return [...new Set(Object.values(part).flatMap(fieldsNamed))];
}
