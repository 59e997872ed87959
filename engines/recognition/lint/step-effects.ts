/** The facts of somebody for whom nothing is true yet but what some steps bring about. */
import { type Day, formatDay } from '../../kernel/index.ts';
import { applyEffects } from '../facts/apply-effects.ts';
import { buildFacts } from '../facts/build-facts.ts';
import type { Dossier } from '../facts/dossier.ts';
import type { Facts } from '../language/facts.ts';
import type { Effect, Step } from '../language/pack.ts';
import type { Section, Vocabulary } from '../language/vocabulary.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import type { LawIndex } from './law-index.ts';

/** The effects of the steps and of every step that must come before them. */
export function factsAfter(
  steps: readonly Step[],
  law: LawIndex,
  vocabulary: Vocabulary,
  on: Day,
  held = 0,
): Facts {
  const effects = effectsOf(steps, law);
  const before = emptyDossier(sourcesOf(effects), vocabulary, on, held);
  const dossier = applyEffects({ dossier: before, basis: 0, effects, vocabulary, day: on });
  return buildFacts({ dossier, basis: 0, vocabulary, schools: () => undefined, zone: 'UTC', on });
}

/** How many codes the entry can have that an effect goes through (the state whose certificate it is); one where no effect does. */
export function heldChoices(steps: readonly Step[], law: LawIndex, vocabulary: Vocabulary): number {
  const counts = sourcesOf(effectsOf(steps, law)).map(({ list, field }) => {
    const section = vocabulary.sections.get(list);
    return section === undefined ? 1 : codesOf(section, field, vocabulary).length;
  });
  return Math.max(1, ...counts);
}

const effectsOf = (steps: readonly Step[], law: LawIndex): readonly Effect[] =>
  [...new Set(steps.flatMap((step) => stepsBefore(step, law)))].flatMap((each) => each.effects);

const sourcesOf = (effects: readonly Effect[]): readonly Source[] =>
  effects.flatMap((effect) => ('list' in effect && effect.forEach !== undefined ? [effect.forEach] : []));

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

type Source = NonNullable<Extract<Effect, { list: string }>['forEach']>;

/** Complete lists, without entries but one for each list that an effect goes through: a certificate of good standing needs a licence to speak of. */
function emptyDossier(sources: readonly Source[], vocabulary: Vocabulary, on: Day, held: number): Dossier {
  const parts = [...vocabulary.sections.values()].map((section): readonly [string, unknown] => {
    if (section.kind === 'basis') return ['qualifications', [{ id: 'degree', evidence: 'credential' }]];
    if (section.kind === 'singular') return [section.section, { evidence: 'credential' }];
    const source = sources.find(({ list }) => list === section.section);
    return [
      section.section,
      { complete: true, evidence: 'credential', entries: heldEntries(section, source, vocabulary, held) },
    ];
  });
  return { ...Object.fromEntries(parts), planned: { applicationOn: formatDay(on) } } as Dossier;
}

function heldEntries(
  section: Section,
  source: Source | undefined,
  vocabulary: Vocabulary,
  held: number,
): readonly object[] {
  const codes = source === undefined ? [] : codesOf(section, source.field, vocabulary);
  const code = codes[held] ?? codes[0];
  return source === undefined || code === undefined
    ? []
    : [{ id: 'held', evidence: 'credential', [source.field]: code }];
}

function codesOf(section: Section, field: string, { codeLists }: Vocabulary): readonly string[] {
  const type = section.facts[field];
  return type !== undefined && 'codes' in type
    ? (codeLists.get(type.codes)?.entries ?? []).map(({ code }) => code)
    : [];
}
