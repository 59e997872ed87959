/**
 * Every text of the vocabulary and of the shared steps by an id: what there is to translate. Countries are not among them: each platform
 * knows their names (`country`, where a vocabulary is translated).
 */
import type { Step } from './pack.ts';
import type { CodeList, Vocabulary } from './vocabulary.ts';

/** `fact/pmq.graduatedOn/ask`, `code/exams/gb.plab1`, `unit/months`, `step/step.common.graduate/text`: the text in English. */
export type Labels = ReadonlyMap<string, string>;

const COUNTRY = /^[A-Z]{2}$/;
const LISTS_OF_COUNTRIES = ['countries', 'jurisdictions'];

export const isCountry = (codes: string, code: string): boolean =>
  LISTS_OF_COUNTRIES.includes(codes) && COUNTRY.test(code);

/** @example labelsOf(vocabulary, commonSteps).get('unit/months') === 'months' */
export function labelsOf(vocabulary: Vocabulary, commonSteps: readonly Step[]): Labels {
  const { sections, codeLists, groups } = vocabulary;
  return new Map([
    ...[...sections.values()].flatMap(({ section, label, definition }) => [
      [`section/${section}`, label] as const,
      [`section/${section}/definition`, definition] as const,
    ]),
    ...factLabels(vocabulary),
    ...[...codeLists.values()].flatMap(codeLabels),
    ...[...groups.values()].map(({ group, label }) => [`group/${group}`, label] as const),
    ...commonSteps.flatMap(({ step, title, text }) => [
      [`step/${step}`, title] as const,
      [`step/${step}/text`, text] as const,
    ]),
  ]);
}

type Entry = readonly [id: string, text: string];

function factLabels({ sections }: Vocabulary): readonly Entry[] {
  return [...sections.values()].flatMap(({ section, facts }) =>
    Object.entries(facts).flatMap(([name, fact]): readonly Entry[] => {
      const id = `fact/${section}.${name}`;
      return [
        [id, fact.label],
        [`${id}/definition`, fact.definition],
        ...(fact.ask === undefined ? [] : [[`${id}/ask`, fact.ask] as const]),
        ...(fact.help === undefined ? [] : [[`${id}/help`, fact.help] as const]),
        ...(fact.type === 'number' ? [[`unit/${fact.unit}`, fact.unit] as const] : []),
      ];
    }),
  );
}

function codeLabels({ codes, label, entries }: CodeList): readonly Entry[] {
  const own = entries.filter(({ code }) => !isCountry(codes, code));
  return [
    [`codes/${codes}`, label],
    ...own.flatMap(({ code, label, definition }): readonly Entry[] => [
      [`code/${codes}/${code}`, label],
      ...(definition === undefined ? [] : [[`code/${codes}/${code}/definition`, definition] as const]),
    ]),
  ];
}
