import type { Curation } from './curation.ts';
import { evidenceOf, type FieldEvidence, sourcesOf } from './field-evidence.ts';
import type { Row } from './read-csv.ts';
import { mintSchoolId, sourceKeyOf } from './school-id.ts';
import { subdivisionOf } from './subdivision.ts';

/** One line of packs/registry/schools/<country>.jsonl. Absent means unknown. */
export type SchoolRecord = {
  readonly id: string;
  readonly keys: readonly string[];
  readonly name: string;
  readonly otherNames?: readonly string[] | undefined;
  readonly country: string;
  readonly subdivision?: string | undefined;
  readonly region?: string | undefined;
  readonly city?: string | undefined;
  readonly coordinates?: readonly [number, number] | undefined;
  readonly institutionFounded?: string | undefined;
  readonly website?: string | undefined;
  readonly ror?: string | undefined;
  readonly rorStatus?: string | undefined;
  readonly wikidata?: string | undefined;
  readonly host?: { readonly ror: string; readonly wikidata?: string | undefined } | undefined;
  readonly affiliatedTo?: string | undefined;
  readonly kind: string;
  readonly level: string;
  readonly evidence: FieldEvidence;
};

const LEVELS: Readonly<Record<string, string>> = {
  regulator_list: 'council-list',
  national_he_list: 'national-list',
  registry_name: 'registry-name',
  domain_list_name: 'domain-list-name',
};

/** Turns a row of the open seed into a record, with the sources behind every field that it keeps. */
export function convertRow(row: Row, curation: Curation): SchoolRecord {
  const key = sourceKeyOf(row);
  const country = row.country ?? '';
  const region = curate(curation.regions[country], row.region);
  const subdivision = subdivisionOf(country, region);
  const values = {
    otherNames: otherNamesOf(row),
    subdivision,
    region: subdivision === undefined ? region : undefined,
    city: curate(curation.cities[country], row.city),
    institutionFounded: known(row.institution_established_year),
    ror: known(row.ror_id),
    rorStatus: row.ror_id ? known(row.status) : undefined,
    affiliatedTo: /affiliated to: (.+?)(?:; host university.*)?$/.exec(row.notes ?? '')?.[1],
    ...placeAndHost(row),
  };
  for (const drop of curation.drops.filter((each) => each.key === key)) {
    for (const field of drop.fields) delete (values as Record<string, unknown>)[field];
  }
  const evidence = evidenceOf(row);
  const record = {
    id: mintSchoolId(country, key),
    keys: [key],
    name: row.name ?? '',
    country,
    ...values,
    kind: (row.kind ?? '').replaceAll('_', '-'),
    level: LEVELS[row.evidence_level ?? ''] ?? '',
  };
  return { ...record, evidence: evidenceOfKept(record, evidence) };
}

/**
 * What the input took from the school's own ROR record, or from that of a host university found by name. For the
 * Indian list the guess is wrong too often (All India Institutes in eight cities point to Delhi), so there nothing
 * of the host is taken; host places are kept only where the list itself gives none.
 */
function placeAndHost(row: Row) {
  const hostRor = row.ror_id ? undefined : known(row.host_university_ror_id);
  const hostTrusted = hostRor !== undefined && !sourcesOf(row).includes('nmc-in');
  const ofHost = hostRor !== undefined;
  const located = row.lat && row.lng && (!ofHost || hostTrusted);
  return {
    coordinates: located ? ([Number(row.lat), Number(row.lng)] as const) : undefined,
    website: ofHost && !hostTrusted ? undefined : known(row.website),
    wikidata: ofHost ? undefined : known(row.wikidata_id),
    host: hostTrusted
      ? { ror: hostRor, ...(row.wikidata_id ? { wikidata: row.wikidata_id } : {}) }
      : undefined,
  };
}

function evidenceOfKept(record: Readonly<Record<string, unknown>>, evidence: FieldEvidence): FieldEvidence {
  const kept = Object.keys(evidence).filter((field) => record[field] !== undefined);
  const pairs = kept.map((field) => [field, evidence[field] ?? []] as const);
  const region = record.subdivision === undefined ? [] : [['subdivision', evidence.region ?? []] as const];
  return Object.fromEntries([...pairs, ...region]);
}

function otherNamesOf(row: Row): readonly string[] | undefined {
  const names = (row.aliases ?? '').split('|').filter((name) => name !== '' && name !== row.name);
  return names.length > 0 ? [...new Set(names)] : undefined;
}

function curate(table: Readonly<Record<string, string | null>> | undefined, value: string | undefined) {
  const text = known(value);
  if (text === undefined || table === undefined || !(text in table)) return text;
  return table[text] ?? undefined;
}

function known(value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : value;
}
