/**
 * Rebuilds packs/registry/countries.jsonl and subdivisions.jsonl from the ISO tables of two npm packages:
 *   npx tsx scripts/import-countries.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import countries from 'i18n-iso-countries';
import { SUBDIVIDED_COUNTRIES, subdivisionsOf } from './import-schools/subdivision.ts';

const registry = join(import.meta.dirname, '..', 'packs', 'registry');

function countryRecords() {
  const names = countries.getNames('en', { select: 'all' });
  return Object.entries(names)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, [name, ...otherNames]]) => ({
      code,
      alpha3: countries.alpha2ToAlpha3(code),
      name,
      ...(otherNames.length > 0 ? { otherNames } : {}),
    }));
}

function subdivisionRecords() {
  return SUBDIVIDED_COUNTRIES.flatMap((country) =>
    subdivisionsOf(country).map(({ code, name }) => ({ code, country, name })),
  );
}

function writeLines(file: string, records: readonly object[]): void {
  writeFileSync(join(registry, file), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  console.log(`${records.length} lines in ${file}`);
}

writeLines('countries.jsonl', countryRecords());
writeLines('subdivisions.jsonl', subdivisionRecords());
