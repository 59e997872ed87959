import type { SchoolRecord } from './convert-row.ts';
import type { Curation } from './curation.ts';
import type { FieldEvidence } from './field-evidence.ts';

/**
 * Folds the second record of a decided pair into the first: its names become other names, its keys and its
 * sources for the name stay. Nothing is merged by likeness alone; every pair stands in the curation file.
 */
export function mergeRecords(records: readonly SchoolRecord[], merges: Curation['merges']): SchoolRecord[] {
  const byKey = foldEqualKeys(records);
  for (const { keep, also } of merges) {
    const kept = byKey.get(keep);
    const folded = byKey.get(also);
    if (kept === undefined || folded === undefined) {
      throw new Error(`The merge of ${also} into ${keep} names a row that the input does not have.`);
    }
    byKey.set(keep, foldInto(kept, folded));
    byKey.delete(also);
  }
  return [...byKey.values()];
}

/** Two rows that one source lists under one name in one place are one school: they differ by an apostrophe. */
function foldEqualKeys(records: readonly SchoolRecord[]): Map<string, SchoolRecord> {
  const byKey = new Map<string, SchoolRecord>();
  for (const record of records) {
    const key = record.keys[0] ?? '';
    const earlier = byKey.get(key);
    byKey.set(key, earlier === undefined ? record : foldInto(earlier, record));
  }
  return byKey;
}

function foldInto(kept: SchoolRecord, folded: SchoolRecord): SchoolRecord {
  const names = [...(kept.otherNames ?? []), folded.name, ...(folded.otherNames ?? [])];
  const host = kept.host === undefined ? {} : { host: kept.host };
  const { host: _host, ...foldedRest } = knownFieldsOf(folded);
  const merged = {
    ...foldedRest,
    ...knownFieldsOf(kept),
    ...host,
    keys: [...new Set([...kept.keys, ...folded.keys])],
    otherNames: [...new Set(names)].filter((name) => name !== kept.name),
    level: strongerLevel(kept.level, folded.level),
  };
  const evidence: FieldEvidence = {
    ...folded.evidence,
    ...kept.evidence,
    otherNames: union(kept.evidence.otherNames, folded.evidence.name, folded.evidence.otherNames),
    country: union(kept.evidence.country, folded.evidence.country),
  };
  return {
    ...merged,
    evidence: Object.fromEntries(Object.entries(evidence).filter(([field]) => field in merged)),
  };
}

/** A field that is unknown in the kept record must not hide what the folded one knows. */
function knownFieldsOf(record: SchoolRecord): SchoolRecord {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as SchoolRecord;
}

function union(...lists: readonly (readonly string[] | undefined)[]): readonly string[] {
  return [...new Set(lists.flatMap((list) => list ?? []))];
}

const LEVEL_ORDER = ['council-list', 'national-list', 'registry-name', 'domain-list-name'];

function strongerLevel(one: string, other: string): string {
  return LEVEL_ORDER.indexOf(one) <= LEVEL_ORDER.indexOf(other) ? one : other;
}
