/** What people are made like: somebody steered towards a route, and a list of somebody else a little changed. */

import { type Draft, drawEntry, listOf, maybeValue } from '../differential/draw-facts.ts';
import type { Draw } from '../differential/draw-value.ts';
import { steerNode } from '../differential/steer.ts';
import type { Facts } from '../language/facts.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import { INTERPRETER } from '../reference/evaluate-rule.ts';
import { newMemory } from '../reference/scope.ts';
import type { Inventor } from './invent-people.ts';

/** An entry more or less, or another value in one of them. */
export function varyList(list: string, { lists }: Draft, draw: Draw): void {
  const { random } = draw;
  const held = lists.get(list)?.entries ?? [];
  const fresh = drawEntry(list, held.length, draw);
  if (held.length === 0 || random.chance(0.2))
    return void lists.set(list, listOf(list, [...held, fresh], draw));
  const chosen = random.below(held.length);
  if (random.chance(0.2)) {
    const entries = held.filter((_, index) => index !== chosen);
    return void lists.set(list, {
      ...listOf(list, entries, draw),
      complete: lists.get(list)?.complete === true,
    });
  }
  const facts = Object.entries(draw.vocabulary.sections.get(list)?.facts ?? {});
  const telling = facts.filter(
    ([field, { type }]) => type === 'day' || draw.literals.has(`${list}.${field}`),
  );
  const [field] = random.pick(telling.length > 0 ? telling : facts);
  const value = maybeValue(`${list}.${field}`, draw, 0.1);
  const one = value.state === 'unknown' ? [] : [[field, value] as const];
  const entries = held.map((entry, index) =>
    index === chosen ? { ...entry, fields: new Map([...entry.fields, ...one]) } : entry,
  );
  const { complete = false, completeFor = [], strength = 1 } = lists.get(list) ?? {};
  lists.set(list, { entries, complete, completeFor, strength });
}

/** Somebody for whom each of these rules is made true, as far as a few tries bring it. */
export function steerTowards(
  rules: readonly string[],
  law: ResolvedLaw,
  { draw }: Inventor,
  { sections }: Vocabulary,
): Facts {
  const draft: Draft = { scalars: new Map(), lists: new Map() };
  const listKeys = new Map(
    [...sections.values()].flatMap(({ section, key }) =>
      key === undefined ? [] : [[section, key] as const],
    ),
  );
  const scope = () => ({
    law,
    facts: draft,
    registry: { accredited: () => ({ state: 'silent' }) as const },
    listKeys,
    memory: newMemory(),
    interpreter: INTERPRETER,
    rulePath: [],
    stepPath: [],
  });
  const steering = { draft, draw: draw(), scope };
  for (const rule of rules) {
    const [version] = law.rules.get(rule)?.versions ?? [];
    if (version !== undefined) steerNode(version.when, 'true', steering);
  }
  return draft;
}
