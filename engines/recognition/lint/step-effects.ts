/** The facts of somebody for whom nothing is true yet but what some steps bring about. */
import { type Day, formatDay } from '../../kernel/index.ts';
import { buildFacts } from '../facts/build-facts.ts';
import type { Dossier } from '../facts/dossier.ts';
import type { Facts } from '../language/facts.ts';
import type { Scalar } from '../language/nodes.ts';
import type { Effect, Step } from '../language/pack.ts';
import type { Section, Vocabulary } from '../language/vocabulary.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import type { LawIndex } from './law-index.ts';

/** Entries that effects add are named so; what else is missing of them is the step's fault. */
export const ADDED = 'added';

type Record = { [fact: string]: Scalar | readonly Scalar[] };
type Filled = { readonly records: Map<string, Record>; readonly lists: Map<string, Record[]> };

/** The effects of the steps and of every step that must come before them. */
export function factsAfter(steps: readonly Step[], law: LawIndex, vocabulary: Vocabulary, on: Day): Facts {
  const filled: Filled = { records: new Map(), lists: new Map() };
  const effects = [...new Set(steps.flatMap((step) => stepsBefore(step, law)))].flatMap(
    (each) => each.effects,
  );
  for (const effect of effects)
    if ('list' in effect && effect.forEach !== undefined) addSource(effect.forEach, filled, vocabulary);
  for (const effect of effects) apply(effect, filled, vocabulary, formatDay(on));
  const dossier = dossierOf(filled, vocabulary, formatDay(on));
  return buildFacts({ dossier, basis: 0, vocabulary, schools: () => undefined, zone: 'UTC', on });
}

/** Steps that are required, and those that cure the rules that are required. */
function stepsBefore(step: Step, law: LawIndex, path: readonly string[] = []): readonly Step[] {
  if (path.includes(step.step)) return [];
  const before = step.requires.flatMap((required) => {
    const ids = 'step' in required ? [required.step] : 'rule' in required ? curesOf(required.rule, law) : [];
    return ids
      .flatMap((id) => law.steps.get(id)?.value ?? [])
      .flatMap((each) => stepsBefore(each, law, [...path, step.step]));
  });
  return [...before, step];
}

const curesOf = (rule: string, law: LawIndex): readonly string[] =>
  law.rules
    .get(rule)
    ?.value.versions.flatMap(({ when }) => walkNodes(when).flatMap(({ node }) => node.cure ?? [])) ?? [];

/** One thing for which an entry is added, such as the licence that a certificate of good standing speaks of. */
function addSource(
  { list, field }: NonNullable<Extract<Effect, { list: string }>['forEach']>,
  { lists }: Filled,
  vocabulary: Vocabulary,
): void {
  const type = vocabulary.sections.get(list)?.facts[field];
  const code =
    type !== undefined && 'codes' in type
      ? vocabulary.codeLists.get(type.codes)?.entries[0]?.code
      : undefined;
  if (code !== undefined && !lists.has(list)) lists.set(list, [{ id: 'held', [field]: code }]);
}

function apply(effect: Effect, { records, lists }: Filled, vocabulary: Vocabulary, on: string): void {
  if ('fact' in effect) {
    const [section = '', name = ''] = effect.fact.split('.');
    const several = vocabulary.sections.get(section)?.facts[name]?.type === 'codes';
    records.set(section, {
      ...records.get(section),
      [name]: several ? [effect.value] : valueOn(effect.value, on),
    });
    return;
  }
  const entry = Object.fromEntries(
    Object.entries(effect.entry).map(([name, value]) => [name, valueOn(value, on)]),
  );
  const { forEach } = effect;
  const copies =
    forEach === undefined
      ? [{}]
      : (lists.get(forEach.list) ?? []).map((each) => ({ [forEach.as]: each[forEach.field] ?? 'unknown' }));
  const held = lists.get(effect.list) ?? [];
  lists.set(effect.list, [
    ...held,
    ...copies.map((copy, index) => ({ id: `${ADDED}-${held.length + index}`, ...entry, ...copy })),
  ]);
}

const valueOn = (value: Scalar, on: string): Scalar => (value === 'stepDay' ? on : value);

function dossierOf({ records, lists }: Filled, { sections }: Vocabulary, on: string): Dossier {
  const parts = [...sections.values()].map((section): readonly [string, unknown] => [
    nameOf(section),
    contentOf(section, records, lists),
  ]);
  return { ...Object.fromEntries(parts), planned: { applicationOn: on } } as Dossier;
}

const nameOf = ({ kind, section }: Section): string => (kind === 'basis' ? 'qualifications' : section);

function contentOf({ kind, section }: Section, records: Filled['records'], lists: Filled['lists']): unknown {
  if (kind === 'list') return { complete: true, evidence: 'credential', entries: lists.get(section) ?? [] };
  const record = { ...records.get(section), evidence: 'credential' };
  return kind === 'basis' ? [{ id: 'degree', ...record }] : record;
}
