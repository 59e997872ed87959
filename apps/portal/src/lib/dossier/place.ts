/** Where an answer stands in a dossier, and how it is written there. Every change gives a new dossier; the old one stays as it was. */
import type {
  Dossier,
  DossierEntry,
  DossierList,
  DossierRecord,
  DossierValue,
  Section,
} from '@testamur/engines/recognition';

/** A fact of a section that exists once, of one degree, or of one entry of a list. */
export type Place =
  | { readonly kind: 'singular'; readonly section: string; readonly fact: string }
  | { readonly kind: 'basis'; readonly section: string; readonly id: string; readonly fact: string }
  | { readonly kind: 'list'; readonly section: string; readonly id: string; readonly fact: string };

export type RecordPlace =
  | { readonly kind: 'singular'; readonly section: string }
  | { readonly kind: 'basis' | 'list'; readonly section: string; readonly id: string };

export const placeOf = (record: RecordPlace, fact: string): Place => ({ ...record, fact }) as Place;

export function recordPlace(section: Section, id: string): RecordPlace {
  return section.kind === 'singular'
    ? { kind: 'singular', section: section.section }
    : { kind: section.kind, section: section.section, id };
}

/** The id under which a control and its message stand on the page. */
export function domIdOf(place: Place): string {
  const parts =
    place.kind === 'singular' ? [place.section, place.fact] : [place.section, place.id, place.fact];
  return `f-${parts.join('-').replace(/[^\w-]/g, '_')}`;
}

export function listOf(dossier: Dossier, section: string): DossierList {
  return (dossier[section] as DossierList | undefined) ?? {};
}

export function recordAt(dossier: Dossier, place: RecordPlace): DossierRecord | undefined {
  switch (place.kind) {
    case 'singular':
      return dossier[place.section] as DossierRecord | undefined;
    case 'basis':
      return dossier.qualifications?.find((entry) => entry.id === place.id);
    case 'list':
      return listOf(dossier, place.section).entries?.find((entry) => entry.id === place.id);
  }
}

export function valueAt(dossier: Dossier, place: Place): DossierValue | undefined {
  return recordAt(dossier, place)?.[place.fact];
}

/** `undefined` takes the answer back. A degree or an entry that is not there yet is made. */
export function setValue(dossier: Dossier, place: Place, value: DossierValue | undefined): Dossier {
  if (place.kind === 'singular') {
    return { ...dossier, [place.section]: withFact(recordAt(dossier, place) ?? {}, place.fact, value) };
  }
  const change = (entries: readonly DossierEntry[]): readonly DossierEntry[] =>
    (entries.some((entry) => entry.id === place.id)
      ? entries
      : [...entries, { id: place.id } as DossierEntry]
    ).map((entry) => (entry.id === place.id ? (withFact(entry, place.fact, value) as DossierEntry) : entry));
  if (place.kind === 'basis') return { ...dossier, qualifications: change(dossier.qualifications ?? []) };
  return withList(dossier, place.section, { entries: change(listOf(dossier, place.section).entries ?? []) });
}

function withFact(record: DossierRecord, fact: string, value: DossierValue | undefined): DossierRecord {
  const { [fact]: _before, ...rest } = record;
  return (value === undefined ? rest : { ...rest, [fact]: value }) as DossierRecord;
}

export function withList(dossier: Dossier, section: string, change: Partial<DossierList>): Dossier {
  return { ...dossier, [section]: { ...listOf(dossier, section), ...change } };
}

/** Where a checker of dossiers points to when this answer is wrong (RFC 6901). */
export function pointerOf(dossier: Dossier, place: Place): string {
  const step = (text: string): string => text.replaceAll('~', '~0').replaceAll('/', '~1');
  if (place.kind === 'singular') return `/${step(place.section)}/${step(place.fact)}`;
  const isBasis = place.kind === 'basis';
  const entries = (isBasis ? dossier.qualifications : listOf(dossier, place.section).entries) ?? [];
  const index = entries.findIndex((entry) => entry.id === place.id);
  return `${isBasis ? '/qualifications' : `/${step(place.section)}/entries`}/${index}/${step(place.fact)}`;
}
