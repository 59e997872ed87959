/**
 * What obtaining a licence does for the conditions on licences. Whoever holds the same licences gains the same by another, and
 * whoever is alike in all that a condition reads gets the same answer: each is worked out once for a law, whoever asks.
 */
import { formatDay } from '../../kernel/index.ts';
import {
  applyEffects,
  buildFacts,
  type Effect,
  type Facts,
  type ListValue,
  type Node,
  type PreparedLaw,
  type RegistryView,
  referenceEvaluator,
} from '../../recognition/index.ts';
import type { Stage, View } from '../standpoint.ts';

export const LICENCES = 'licences';

export type Gains = {
  /** All her licences once one of these routes is taken; routes that lead to the same entry together. */
  readonly all: readonly { readonly routes: readonly string[]; readonly licences: ListValue }[];
  /** Routes by what was asked, for each condition under each law. */
  readonly answers: WeakMap<PreparedLaw, WeakMap<Node, Map<string, readonly string[]>>>;
};

type Granting = { readonly route: string; readonly effects: readonly Effect[] };

const remembered = new WeakMap<PreparedLaw, Map<string, Gains>>();

/** `granting`: what each route writes among her licences. */
export function gainsFor(stage: Stage, view: View, granting: readonly Granting[]): Gains {
  const known = remembered.get(stage.law) ?? new Map<string, Gains>();
  remembered.set(stage.law, known);
  const key = JSON.stringify([view.zone, stage.person.dossier[LICENCES]]);
  const gains = known.get(key) ?? { all: gainsOf(granting, stage, view), answers: new WeakMap() };
  known.set(key, gains);
  return gains;
}

function gainsOf(granting: readonly Granting[], stage: Stage, view: View): Gains['all'] {
  const byEntries = new Map<string, { readonly routes: string[]; readonly effects: readonly Effect[] }>();
  for (const { route, effects } of granting) {
    const key = JSON.stringify(effects);
    const held = byEntries.get(key);
    if (held === undefined) byEntries.set(key, { routes: [route], effects });
    else held.routes.push(route);
  }
  return [...byEntries.values()].flatMap(({ routes, effects }) => {
    const licences = licencesAfter(effects, stage, view);
    return licences === undefined ? [] : [{ routes, licences }];
  });
}

function licencesAfter(
  effects: readonly Effect[],
  { law, person }: Stage,
  { zone }: View,
): ListValue | undefined {
  const { vocabulary } = law.book;
  const held = { [LICENCES]: person.dossier[LICENCES] };
  const dossier = applyEffects({ dossier: held, basis: -1, effects, vocabulary, day: law.on });
  const { schools } = person;
  return buildFacts({ dossier, basis: -1, vocabulary, schools, zone, on: law.on }).lists.get(LICENCES);
}

/** Routes whose licence makes a condition on licences true, though it is not true now. */
export function licencesFor(
  node: Node,
  law: PreparedLaw,
  { gains: { all, answers }, facts }: { readonly gains: Gains; readonly facts: Facts },
): readonly string[] {
  const byNode = answers.get(law) ?? new WeakMap<Node, Map<string, readonly string[]>>();
  answers.set(law, byNode);
  const byFacts = byNode.get(node) ?? new Map<string, readonly string[]>();
  byNode.set(node, byFacts);
  const key = whatItReads(node, facts);
  const held = byFacts.get(key);
  if (held !== undefined) return held;
  const ask = asking(node, law);
  const routes = all
    .filter(({ licences }) => ask({ ...facts, lists: new Map([...facts.lists, [LICENCES, licences]]) }))
    .flatMap((each) => each.routes);
  byFacts.set(key, routes);
  return routes;
}

/** Every fact that the condition names, and the day of the application, from which its periods may count. */
function whatItReads(node: Node, { scalars, lists }: Facts): string {
  const names = new Set([...JSON.stringify(node).matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? ''));
  return JSON.stringify(
    ['application.on', ...names].map((name) => [
      scalars.get(name),
      name === LICENCES ? undefined : tell(lists.get(name)),
    ]),
  );
}

const tell = (list: ListValue | undefined) =>
  list && { ...list, entries: list.entries.map(({ id, fields }) => [id, [...fields]]) };

/** A condition by itself, as the only rule of a law. */
function asking(node: Node, { on, law, book }: PreparedLaw): (facts: Facts) => boolean {
  const { cure: _cure, ...bare } = node;
  const version = {
    version: '1',
    recordedAt: formatDay(on),
    reviewBy: formatDay(on),
    cite: [],
    when: bare as Node,
  };
  const rule = { rule: ALONE, title: ALONE, kind: 'other', text: ALONE, versions: [version] } as const;
  const alone = {
    ...law,
    rules: new Map([[ALONE, { rule, packId: ALONE, state: 'known', versions: [version] } as const]]),
  };
  const evaluator = referenceEvaluator(alone, book.vocabulary);
  return (facts) => evaluator(facts, SILENT)(ALONE).truth === 'true';
}

const ALONE = 'condition';
const SILENT: RegistryView = { accredited: () => ({ state: 'silent' }) };
