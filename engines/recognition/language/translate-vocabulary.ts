/** The vocabulary with the texts of another language; what is not translated stays in English. Ids, and so verdicts, stay the same. */
import type { Step } from './pack.ts';
import type { Translation } from './parse-translation.ts';
import type { CodeList, FactDefinition, Section, Vocabulary } from './vocabulary.ts';
import { isCountry } from './vocabulary-labels.ts';

export type Tongue = {
  readonly labels: Translation['labels'];
  /** The name of a country by its ISO code; undefined keeps the English one. */
  readonly country: (code: string) => string | undefined;
};

export function translateVocabulary({ sections, codeLists, groups }: Vocabulary, tongue: Tongue): Vocabulary {
  const { labels } = tongue;
  return {
    sections: mapValues(sections, (section) => translateSection(section, labels)),
    codeLists: mapValues(codeLists, (list) => translateCodes(list, tongue)),
    groups: mapValues(groups, (group) => ({
      ...group,
      label: labels[`group/${group.group}`] ?? group.label,
    })),
  };
}

export const translateSteps = (steps: readonly Step[], labels: Translation['labels']): readonly Step[] =>
  steps.map((step) => ({
    ...step,
    title: labels[`step/${step.step}`] ?? step.title,
    text: labels[`step/${step.step}/text`] ?? step.text,
  }));

const mapValues = <T>(map: ReadonlyMap<string, T>, change: (value: T) => T): ReadonlyMap<string, T> =>
  new Map([...map].map(([key, value]) => [key, change(value)]));

function translateSection(section: Section, labels: Translation['labels']): Section {
  const id = `section/${section.section}`;
  const facts = Object.entries(section.facts).map(
    ([name, fact]) => [name, translateFact(fact, `fact/${section.section}.${name}`, labels)] as const,
  );
  return {
    ...section,
    label: labels[id] ?? section.label,
    definition: labels[`${id}/definition`] ?? section.definition,
    facts: Object.fromEntries(facts),
  };
}

function translateFact(fact: FactDefinition, id: string, labels: Translation['labels']): FactDefinition {
  const ask = labels[`${id}/ask`] ?? fact.ask;
  const help = labels[`${id}/help`] ?? fact.help;
  return {
    ...fact,
    ...(fact.type === 'number' ? { unit: labels[`unit/${fact.unit}`] ?? fact.unit } : {}),
    label: labels[id] ?? fact.label,
    definition: labels[`${id}/definition`] ?? fact.definition,
    ...(ask === undefined ? {} : { ask }),
    ...(help === undefined ? {} : { help }),
  };
}

function translateCodes(list: CodeList, { labels, country }: Tongue): CodeList {
  const { codes } = list;
  return {
    ...list,
    label: labels[`codes/${codes}`] ?? list.label,
    entries: list.entries.map((entry) => {
      if (isCountry(codes, entry.code)) return { ...entry, label: country(entry.code) ?? entry.label };
      const id = `code/${codes}/${entry.code}`;
      const definition = labels[`${id}/definition`] ?? entry.definition;
      return {
        ...entry,
        label: labels[id] ?? entry.label,
        ...(definition === undefined ? {} : { definition }),
      };
    }),
  };
}
