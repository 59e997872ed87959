/** What a person holds once a step is done: the dossier with the step's effects. The one place where effects get their meaning. */
import { type Day, formatDay } from '../../kernel/index.ts';
import type { Scalar } from '../language/nodes.ts';
import type { Effect } from '../language/pack.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { Dossier, DossierEntry, DossierList, DossierRecord, DossierValue } from './dossier.ts';
import { dayOfStep, parseStepDay } from './step-day.ts';

/** Entries that effects add have ids that begin so: what is missing of them is for the step to say. */
export const ADDED = 'added-';

export type EffectsInput = {
  readonly dossier: Dossier;
  /** Index into `qualifications`: the degree that effects on a degree change; -1 for a dossier without one, which then gets one. */
  readonly basis: number;
  readonly effects: readonly Effect[];
  readonly vocabulary: Vocabulary;
  /** The day the step is done. */
  readonly day: Day;
};

/**
 * A new dossier; the one given stays as it is. An effect adds an entry or sets a fact, takes nothing away, and leaves alone what the
 * person said about the completeness of a list: the new entry is one of "all".
 */
export function applyEffects({ dossier, basis, effects, vocabulary, day }: EffectsInput): Dossier {
  return effects.reduce<Dossier>(
    (held, effect) =>
      'list' in effect ? addEntries(held, effect, day) : setFact(held, effect, basis, vocabulary, day),
    dossier,
  );
}

type EntryEffect = Extract<Effect, { list: string }>;
type FactEffect = Extract<Effect, { fact: string }>;

function addEntries(dossier: Dossier, { list, entry, forEach }: EntryEffect, day: Day): Dossier {
  const held = listOf(dossier, list);
  const fields = Object.fromEntries(
    Object.entries(entry).map(([name, value]) => [name, valueOn(value, day)]),
  );
  const copies: readonly { readonly [field: string]: DossierValue }[] =
    forEach === undefined
      ? [{}]
      : (listOf(dossier, forEach.list).entries ?? []).map((each) => ({
          [forEach.as]: each[forEach.field] ?? 'unknown',
        }));
  const taken = new Set(held.entries?.map(({ id }) => id));
  const entries: DossierEntry[] = [...(held.entries ?? [])];
  for (const copy of copies) {
    const id = freeId(taken);
    taken.add(id);
    entries.push({ ...fields, ...copy, id } as DossierEntry);
  }
  return { ...dossier, [list]: { ...held, entries } };
}

const listOf = (dossier: Dossier, list: string): DossierList =>
  (dossier[list] as DossierList | undefined) ?? {};

function freeId(taken: ReadonlySet<string>): string {
  let number = taken.size;
  while (taken.has(`${ADDED}${number}`)) number += 1;
  return `${ADDED}${number}`;
}

function setFact(
  dossier: Dossier,
  { fact, value }: FactEffect,
  basis: number,
  vocabulary: Vocabulary,
  day: Day,
): Dossier {
  const [name = '', field = ''] = fact.split('.');
  const section = vocabulary.sections.get(name);
  const change = (record: DossierRecord): DossierRecord => ({
    ...record,
    [field]: section?.facts[field]?.type === 'codes' ? including(record[field], value) : valueOn(value, day),
  });
  if (section?.kind !== 'basis')
    return { ...dossier, [name]: change((dossier[name] as DossierRecord | undefined) ?? {}) };
  const degrees = dossier.qualifications ?? [];
  const changed = degrees[basis] ?? { id: `${ADDED}degree` };
  const next = { ...change(changed), id: changed.id } as DossierEntry;
  return { ...dossier, qualifications: basis in degrees ? degrees.with(basis, next) : [...degrees, next] };
}

/** A code is added to those she has. */
const including = (held: DossierValue | undefined, code: Scalar): readonly string[] => [
  ...new Set([...(Array.isArray(held) ? (held as readonly string[]) : []), String(code)]),
];

function valueOn(value: Scalar, day: Day): Scalar {
  const step = parseStepDay(value);
  return step?.ok ? formatDay(dayOfStep(step.value, day)) : value;
}
