/** The pages of rules in another language: nothing of English is left but the texts of the law. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expectOk, parseDay } from '@testamur/engines/kernel';
import {
  ENGLISH_PHRASES,
  englishWords,
  type Grammar,
  labelsOf,
  makeSay,
  missingLabels,
} from '@testamur/engines/recognition';
import { realLaw } from '@testamur/testing/real-law';
import { describe, expect, it } from 'vitest';
import { english, languageFor } from '../language/language.fixture.ts';
import type { Language } from '../language/language.ts';
import { OFFERED, SOURCE } from '../language/languages.ts';
import type { Condition } from '../rules/condition.ts';
import { viewPack } from '../rules/pack-view.ts';
import type { Reference } from './open-reference.ts';
import { translateReference } from './translate-reference.ts';

const _root = path.resolve(import.meta.dirname, '../../../../..');
const set = realLaw();
const labels = labelsOf(set.vocabulary, set.commonSteps);
const MARKED = Object.fromEntries([...labels.keys()].map((id) => [id, 'Ж']));

/** As much of a library as the pages of rules read. */
const reference = {
  law: { agreements: [] },
  book: { vocabulary: set.vocabulary, commonSteps: set.commonSteps, packs: set.packs, hashes: set.hashes },
  words: englishWords(set.vocabulary, (rule) => rule),
  packs: new Map(set.packs.map((pack) => [pack.pack, { pack, hash: '' }])),
  steps: new Map(set.commonSteps.map((step) => [step.step, step])),
  countries: new Map([
    ['DE', 'Germany'],
    ['ZZ', 'Nowhere'],
  ]),
  regulators: [
    { jurisdiction: 'DE', name: 'Germany' },
    { jurisdiction: 'AE-DU', name: 'Dubai' },
  ],
  library: {
    languages: [{ language: 'fr', status: 'unread', same: [], labels: MARKED }],
    ...{ maintainers: [], changelogs: {} },
  },
} as unknown as Reference;

/** Says the values only: whatever else is read was not taken from a catalogue. */
const MARKING: Language = {
  ...languageFor('fr'),
  say: (_key, values = {}) => `⟦${Object.values(values).join(' ')}⟧`,
  day: () => 'Ж',
  unit: () => 'Ж',
  country: (code) => (code === 'ZZ' ? code : 'Ж'),
};
const QUERY = {
  on: expectOk(parseDay('2026-11-22'), 'a day'),
  knownOn: expectOk(parseDay('2026-11-22'), 'a day'),
};

/** Its own sentences, without the names of rules and the questions that stand in it. */
const sentencesOf = ({ rule, question, sentence, children }: Condition): readonly string[] => [
  ...(rule === undefined && question === undefined ? [sentence] : []),
  ...children.flatMap(sentencesOf),
];

const namesOfTables = set.packs.flatMap(({ tables }) =>
  tables.flatMap((table) => [
    table.table,
    ...Object.keys(table.columns),
    ...table.rows.flatMap((row) => Object.values(row).filter((cell) => typeof cell === 'string')),
  ]),
);

describe('a library in another language', () => {
  const reading = { reference: translateReference(reference, MARKING), language: MARKING };

  it.each(set.packs.map(({ pack }) => pack))('says every condition of %s in it', (id) => {
    const pack = set.packs.find((each) => each.pack === id);
    if (pack === undefined) throw new Error(id);
    const { rules } = viewPack(reading, pack, QUERY, '');
    const sentences = rules.flatMap((rule) =>
      rule.versions.flatMap(({ condition }) => sentencesOf(condition)),
    );
    expect(sentences.length).toBeGreaterThan(0);
    const own = new Set([
      ...namesOfTables,
      'WFME',
      ...set.packs.flatMap((each) => each.rules.map(({ rule }) => rule)),
    ]);
    const left = sentences.flatMap((sentence) =>
      sentence.split(/[\s⟦⟧]+/).filter((word) => /[A-Za-z]/.test(word) && !own.has(word)),
    );
    // Titles of rules, and codes that a table brings, come as the packs write them.
    expect(left).toEqual([]);
  });

  it('names countries and authorities as the reader does, and keeps what has no name there', () => {
    expect([...reading.reference.countries]).toEqual([
      ['DE', 'Ж'],
      ['ZZ', 'Nowhere'],
    ]);
    expect(reading.reference.regulators.map(({ name }) => name)).toEqual(['Ж', 'Ж']);
  });

  it('keeps English where nothing is translated', () => {
    const { book } = translateReference(reference, { ...english, locale: 'es', country: (code) => code });
    expect(book.vocabulary).toEqual(set.vocabulary);
    expect(book.commonSteps).toEqual(set.commonSteps);
  });
});

const catalogue = (locale: string): Record<string, string> =>
  JSON.parse(
    readFileSync(path.join(import.meta.dirname, `../language/catalogues/${locale}/phrases.json`), 'utf8'),
  );

describe('the phrases that translators see', () => {
  it('are those of the engine', () => {
    expect(catalogue(SOURCE)).toEqual(ENGLISH_PHRASES);
  });

  it('say in the catalogue what they say in the engine', () => {
    const grammar: Grammar = { plural: (count) => (count === 1 ? 'one' : 'other'), number: String };
    const say = makeSay(ENGLISH_PHRASES, grammar);
    for (const count of [0, 1, 2, 12])
      expect(english.say('phrases.period.years', { count })).toBe(say('period.years', { count }));
    expect(english.say('phrases.fact.row', { column: 'country' })).toBe("the table's country");
  });
});

it.each(OFFERED.filter((locale) => locale !== SOURCE))('the vocabulary is whole in %s', (locale) => {
  const translation = set.languages.find(({ language }) => language === locale);
  expect(translation === undefined ? ['no file'] : missingLabels(translation, labels)).toEqual([]);
});

it('every language whose vocabulary is begun is one of ours', () => {
  for (const { language } of set.languages) expect(['fr', 'es', 'pt', 'ar', 'ru', 'zh']).toContain(language);
});
