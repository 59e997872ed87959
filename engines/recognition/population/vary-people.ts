/** People like some models, each with a few facts drawn anew around the cut points: most of them stand where a route is decided by little. */

import type { CutPoints } from '../differential/cut-points.ts';
import { type Draft, drawEntry, listOf, maybeValue, setScalar } from '../differential/draw-facts.ts';
import type { Draw } from '../differential/draw-value.ts';
import { steerNode } from '../differential/steer.ts';
import type { Dossier } from '../facts/dossier.ts';
import type { Facts } from '../language/facts.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import { INTERPRETER } from '../reference/evaluate-rule.ts';
import { newMemory } from '../reference/scope.ts';
import { dossierOfFacts } from './dossier-of-facts.ts';
import type { Inventor } from './invent-people.ts';

export type VaryInput = {
  readonly inventor: Inventor;
  readonly models: readonly Facts[];
  readonly vocabulary: Vocabulary;
  /** What most changes are made of: the cut points of what changed. */
  readonly focus: CutPoints;
};

/** The share of people who are drawn without a model. */
const FREE = 0.2;
const MOST_CHANGES = 3;

export function varyPeople({ inventor, models, vocabulary, focus }: VaryInput): () => Dossier {
  const { random, cuts } = inventor;
  const focused = [...focus.scalars, ...focus.lists];
  const names = [...cuts.scalars, ...cuts.lists, 'pmq.schoolCountry'];
  return () => {
    if (models.length === 0 || random.chance(FREE)) return inventor.next();
    const model = random.pick(models);
    const draft: Draft = { scalars: new Map(model.scalars), lists: new Map(model.lists) };
    const draw = inventor.draw();
    for (let left = random.below(MOST_CHANGES + 1); left > 0; left -= 1) {
      const near = focused.length > 0 && random.chance(0.7);
      const name = random.pick(near ? focused : names);
      const drawn = near ? { ...draw, literals: focus.literals, periods: focus.periods } : draw;
      if (cuts.lists.has(name)) varyList(name, draft, drawn);
      else setScalar(name, maybeValue(name, drawn, 0.1), draft);
    }
    return dossierOfFacts(draft, vocabulary);
  };
}

/** An entry more or less, or another value in one of them. */
function varyList(list: string, { lists }: Draft, draw: Draw): void {
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
