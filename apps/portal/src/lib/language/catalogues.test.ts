/** The catalogues of the languages on offer. `LANGUAGES=fr,es npx vitest run …/catalogues.test.ts` looks at others before they are. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ENGLISH_PHRASES } from '@testamur/engines/recognition';
import { describe, expect, it } from 'vitest';
import { type Catalogue, findCatalogueFaults, type SameAsEnglish } from './find-catalogue-faults.ts';
import { LANGUAGES, OFFERED, SOURCE } from './languages.ts';

const source = path.resolve(import.meta.dirname, '../..');
const folder = path.join(import.meta.dirname, 'catalogues');
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const catalogueOf = (locale: string, area: string): Catalogue => {
  const file = `${area}.json`;
  return readdirSync(path.join(folder, locale)).includes(file)
    ? (read(path.join(folder, locale, file)) as Catalogue)
    : {};
};

const areas = readdirSync(path.join(folder, SOURCE)).map((file) => path.basename(file, '.json'));
const same = read(path.join(import.meta.dirname, 'same-as-english.json')) as SameAsEnglish;
const named = (process.env['LANGUAGES'] ?? '').split(',').filter((locale) => locale !== '');
const translated = [...new Set([...OFFERED, ...named])].filter((locale) => locale !== SOURCE);

const sources = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(svelte|ts)$/.test(file) && !/\.(test|fixture)\.ts$/.test(file))
  .map((file) => readFileSync(path.join(source, file), 'utf8'))
  .join('\n');
const quoted = new Set([...sources.matchAll(/(['"`])([a-z-]+\.[\w.-]+)\1/g)].map(([, , key]) => key));

/** Those of the engine's sentences are asked for by the engine, key by key of its phrasebook. */
const PHRASES = 'phrases';

describe('the English catalogues', () => {
  it.each(areas.filter((area) => area !== PHRASES))('%s: every key is used by the portal', (area) => {
    const unused = Object.keys(catalogueOf(SOURCE, area)).filter((key) => !quoted.has(`${area}.${key}`));
    expect(unused).toEqual([]);
  });
});

describe('the sentences of the engine', () => {
  it('have each phrase of its phrasebook, and no other', () => {
    expect(Object.keys(catalogueOf(SOURCE, PHRASES)).sort()).toEqual(Object.keys(ENGLISH_PHRASES).sort());
  });
});

describe('Russian', () => {
  it('puts no span of time after a word that would bend it (за 1 неделю, but: 1 неделя)', () => {
    const bent = areas.flatMap((area) =>
      Object.entries(catalogueOf('ru', area)).filter(([, value]) =>
        /(^|[\s(])(за|через|на|в течение|подождать|действует|спустя) \{(period|span|duration)\}/i.test(value),
      ),
    );
    expect(bent).toEqual([]);
  });
});

describe('the list of values that equal the English ones', () => {
  it('gives a reason for each, and names keys and languages that exist', () => {
    const strange = Object.entries(same).filter(([key, { locales, reason }]) => {
      const [area = '', ...rest] = key.split('.');
      const isKey = catalogueOf(SOURCE, area)[rest.join('.')] !== undefined;
      return (
        !isKey || reason.length < 10 || locales.some((locale) => !(locale in LANGUAGES) || locale === SOURCE)
      );
    });
    expect(strange).toEqual([]);
  });
});

describe('every language on offer', () => {
  it('knows English as its source, and whether a native speaker has read the others', () => {
    expect(OFFERED).toContain(SOURCE);
    for (const locale of OFFERED)
      expect([locale, LANGUAGES[locale].status === 'source']).toEqual([locale, locale === SOURCE]);
  });

  it.each(translated)('%s says everything, with the same holes, in words of its own', (locale) => {
    const faults = areas.flatMap((area) =>
      findCatalogueFaults({
        area,
        locale,
        english: catalogueOf(SOURCE, area),
        translated: catalogueOf(locale, area),
        same,
      }),
    );
    expect(faults).toEqual([]);
  });
});
