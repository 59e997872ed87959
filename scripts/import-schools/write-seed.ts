import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchoolRecord } from './convert-row.ts';

/** Schools that an earlier import already named keep their id, whichever of their keys the input knows now. */
export function keepKnownIds(
  records: readonly SchoolRecord[],
  known: ReadonlyMap<string, string>,
): SchoolRecord[] {
  return records.map((record) => {
    const id = record.keys.map((key) => known.get(key)).find((found) => found !== undefined);
    return id === undefined ? record : { ...record, id };
  });
}

/** Key → id of the seed as it stands, from every `<country>.jsonl` in the folder. */
export function readKnownIds(folder: string): Map<string, string> {
  const known = new Map<string, string>();
  for (const file of seedFiles(folder)) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)) {
      const record = JSON.parse(line) as SchoolRecord;
      for (const key of record.keys) known.set(key, record.id);
    }
  }
  return known;
}

export function refuseDuplicates(records: readonly SchoolRecord[]): void {
  const seen = new Map<string, string>();
  for (const record of records) {
    for (const name of [record.id, ...record.keys]) {
      const earlier = seen.get(name);
      if (earlier !== undefined) throw new Error(`${name} names two schools: ${earlier} and ${record.name}`);
      seen.set(name, record.name);
    }
  }
}

/** One file per country, one school per line, sorted by name and then id: the same input writes the same bytes. */
export function writeSeed(folder: string, records: readonly SchoolRecord[]): void {
  mkdirSync(folder, { recursive: true });
  for (const file of seedFiles(folder)) rmSync(join(folder, file));
  const sorted = [...records].sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  for (const country of new Set(sorted.map((record) => record.country))) {
    const schools = sorted.filter((record) => record.country === country);
    const lines = schools.map((school) => `${JSON.stringify(school)}\n`);
    writeFileSync(join(folder, `${country.toLowerCase()}.jsonl`), lines.join(''));
  }
}

function seedFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
  } catch {
    return [];
  }
}

/** By UTF-16 code units, so that no locale changes the order. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
