/**
 * Rebuilds packs/registry/schools from the open seed of medical schools:
 *   npx tsx scripts/import-schools.ts <medical_schools.csv>
 * The same input and curation write the same bytes. packs/registry/README.md says what is taken and what is left out.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertRow } from './import-schools/convert-row.ts';
import { readCuration } from './import-schools/curation.ts';
import { mergeRecords } from './import-schools/merge-records.ts';
import { readCsv } from './import-schools/read-csv.ts';
import { keepKnownIds, readKnownIds, refuseDuplicates, writeSeed } from './import-schools/write-seed.ts';

const registry = join(import.meta.dirname, '..', 'packs', 'registry');

function importSchools(csvPath: string): void {
  const curation = readCuration(join(registry, 'curation.yaml'));
  const rows = readCsv(readFileSync(csvPath, 'utf8'));
  const converted = rows.map((row) => convertRow(row, curation));
  const folder = join(registry, 'schools');
  const records = keepKnownIds(mergeRecords(converted, curation.merges), readKnownIds(folder));
  refuseDuplicates(records);
  writeSeed(folder, records);
  const countries = new Set(records.map((record) => record.country)).size;
  console.log(`${records.length} schools in ${countries} countries from ${rows.length} rows`);
}

const csvPath = process.argv[2];
if (csvPath === undefined) {
  console.error(
    'Name the CSV file of the open seed: npx tsx scripts/import-schools.ts <medical_schools.csv>',
  );
  process.exitCode = 2;
} else importSchools(csvPath);
