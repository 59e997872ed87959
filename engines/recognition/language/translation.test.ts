/** The vocabulary in another language: what there is to translate, what a file of translations may say, and where its texts land. */
import { realLaw } from '@testamur/testing/real-law';
import { describe, expect, it } from 'vitest';
import { missingLabels, parseTranslation, type Translation } from './parse-translation.ts';
import { translateSteps, translateVocabulary } from './translate-vocabulary.ts';
import { labelsOf } from './vocabulary-labels.ts';

const ENGLISH = new Map([
  ['section/exams', 'Examinations'],
  ['code/exams/plab', 'PLAB'],
]);
const FILE = 'vocabulary/languages/fr.yaml';
const WHOLE: Translation = {
  language: 'fr',
  status: 'unread',
  same: ['code/exams/plab'],
  labels: { 'section/exams': 'Examens' },
};

describe('a file of translations', () => {
  it('is read as it is written', () => {
    expect(parseTranslation({ file: FILE, value: WHOLE }, ENGLISH)).toEqual({
      translation: WHOLE,
      problems: [],
    });
  });

  it.each<[string, Partial<Record<keyof Translation, unknown>>, string]>([
    [
      'an id that the vocabulary has not',
      { labels: { 'section/exam': 'Examen' } },
      'PACK_KEY_UNKNOWN labels/section/exam',
    ],
    [
      'a name said to be the same of what is not there',
      { same: ['code/exams/usmle'] },
      'PACK_KEY_UNKNOWN same/0',
    ],
    [
      'the English text as a translation',
      { labels: { 'section/exams': 'Examinations' } },
      'PACK_VALUE labels/section/exams',
    ],
    [
      'a text both translated and the same',
      { labels: { 'code/exams/plab': 'Plab' } },
      'PACK_CONFLICT labels/code/exams/plab',
    ],
    ['an empty text', { labels: { 'section/exams': ' ' } }, 'PACK_EMPTY labels/section/exams'],
    ['another language than its name says', { language: 'es' }, 'PACK_CONFLICT language'],
    ['a language that is none', { language: 'French' }, 'PACK_VALUE language'],
    ['a status that is none', { status: 'checked' }, 'PACK_VALUE status'],
  ])('is refused with %s', (_claim, change, told) => {
    const { translation, problems } = parseTranslation(
      { file: FILE, value: { ...WHOLE, ...change } },
      ENGLISH,
    );
    expect(translation).toBeUndefined();
    expect(problems.map(({ code, at }) => `${code} ${at.join('/')}`)).toEqual([told]);
  });

  it('may be unfinished, and then says what is missing', () => {
    const { translation, problems } = parseTranslation(
      { file: FILE, value: { ...WHOLE, labels: {} } },
      ENGLISH,
    );
    expect(problems).toEqual([]);
    expect(missingLabels(translation as Translation, ENGLISH)).toEqual(['section/exams']);
    expect(missingLabels(WHOLE, ENGLISH)).toEqual([]);
  });
});

describe('the vocabulary of the packs', () => {
  const { vocabulary, commonSteps } = realLaw();
  const english = labelsOf(vocabulary, commonSteps);
  const ids = [...english.keys()];
  const labels = Object.fromEntries(ids.map((id) => [id, `«${id}»`]));
  const translated = translateVocabulary(vocabulary, { labels, country: (code) => `«${code}»` });
  const steps = translateSteps(commonSteps, labels);

  it('has every text of its own in the place of the English one once it is translated', () => {
    const found = labelsOf(translated, steps);
    for (const id of ids.filter((each) => !each.startsWith('unit/'))) expect(found.get(id)).toBe(`«${id}»`);
    const units = ids.filter((each) => each.startsWith('unit/'));
    expect(units).toContain('unit/months');
    for (const id of units) expect([...found.values()]).toContain(`«${id}»`);
  });

  it('takes the names of countries from the platform, and keeps the English one where it knows none', () => {
    const countryOf = (from: typeof vocabulary, codes: string, code: string) =>
      from.codeLists.get(codes)?.entries.find((entry) => entry.code === code)?.label;
    expect(countryOf(translated, 'countries', 'DE')).toBe('«DE»');
    expect(countryOf(translated, 'jurisdictions', 'DE')).toBe('«DE»');
    const unnamed = translateVocabulary(vocabulary, { labels, country: () => undefined });
    expect(countryOf(unnamed, 'countries', 'DE')).toBe('Germany');
    expect(ids.filter((id) => /^code\/(countries|jurisdictions)\/..$/.test(id))).toEqual([]);
  });

  it('stays as it is where nothing is translated', () => {
    const nothing = { labels: {}, country: () => undefined };
    expect(translateVocabulary(vocabulary, nothing)).toEqual(vocabulary);
    expect(translateSteps(commonSteps, {})).toEqual(commonSteps);
  });

  it('keeps its ids, types and members whatever its texts say', () => {
    const bare = (from: typeof vocabulary) =>
      JSON.stringify(
        [from.sections, from.codeLists, from.groups].map((map) => [...map]),
        (key, value: unknown) =>
          ['label', 'definition', 'ask', 'help', 'unit'].includes(key) ? undefined : value,
      );
    expect(bare(translated)).toBe(bare(vocabulary));
  });
});
