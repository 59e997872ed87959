/** Everything about one invented person that a set of rules can read: about a third of it unknown, some of it disputed. */
import type { Entry, FactValue, ListValue } from '../language/facts.ts';
import type { Section } from '../language/vocabulary.ts';
import type { CutPoints } from './cut-points.ts';
import { type Draw, drawStrength, drawValue } from './draw-value.ts';

/** Facts that can still be changed. */
export type Draft = { readonly scalars: Map<string, FactValue>; readonly lists: Map<string, ListValue> };

const DISPUTED: FactValue = { state: 'disputed', claims: ['one says so', 'another says otherwise'] };

/** How much is left out: of scalars and of the fields of entries. */
export const UNKNOWN_SHARE = 0.3;

export function drawFacts(cuts: CutPoints, draw: Draw): Draft {
  const draft: Draft = { scalars: new Map(), lists: new Map() };
  for (const fact of cuts.scalars) setScalar(fact, maybeValue(fact, draw), draft);
  for (const list of cuts.lists) draft.lists.set(list, drawList(list, draw));
  return draft;
}

export function setScalar(fact: string, value: FactValue, { scalars }: Draft): void {
  if (value.state === 'unknown') scalars.delete(fact);
  else scalars.set(fact, value);
}

export function maybeValue(name: string, draw: Draw, unknown = UNKNOWN_SHARE): FactValue {
  const [section = '', field = ''] = name.split(/\.(.*)/s);
  const definition = draw.vocabulary.sections.get(section)?.facts[field];
  if (definition === undefined || draw.random.chance(unknown)) return { state: 'unknown' };
  return draw.random.chance(0.03) ? DISPUTED : drawValue(name, definition, draw);
}

export function drawList(list: string, draw: Draw): ListValue {
  const entries = Array.from({ length: draw.random.below(4) }, (_, index) => drawEntry(list, index, draw));
  return listOf(list, entries, draw);
}

/** Entries with what the person says of the list as a whole. */
export function listOf(list: string, entries: readonly Entry[], draw: Draw): ListValue {
  const { random, vocabulary } = draw;
  const key = vocabulary.sections.get(list)?.key;
  const codes = key === undefined ? [] : [...(draw.literals.get(`${list}.${key}`) ?? [])].map(String);
  return {
    entries,
    complete: random.chance(0.5),
    completeFor: codes.filter(() => random.chance(0.25)),
    strength: drawStrength(random),
  };
}

export function drawEntry(list: string, index: number, draw: Draw): Entry {
  const section = draw.vocabulary.sections.get(list) as Section;
  const fields = new Map<string, FactValue>();
  for (const field of Object.keys(section.facts)) {
    const value = maybeValue(`${list}.${field}`, draw);
    if (value.state !== 'unknown') fields.set(field, value);
  }
  return { id: `${list}-${index}`, fields };
}
