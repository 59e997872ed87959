/** Entries come and go; "these are all" and "none of these" are answers of their own. */
import type { Dossier, DossierEntry, DossierValue } from '@testamur/engines/recognition';
import { listOf, withList } from './place.ts';

export const DEGREES = 'qualifications';

export const entriesOf = (dossier: Dossier, section: string): readonly DossierEntry[] =>
  (section === DEGREES ? dossier.qualifications : listOf(dossier, section).entries) ?? [];

/** The smallest number that no entry of the section bears. */
export function freshId(dossier: Dossier, section: string): string {
  const taken = new Set(entriesOf(dossier, section).map((entry) => entry.id));
  const stem = section === DEGREES ? 'degree' : section.toLowerCase();
  let number = 1;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

export function addEntry(
  dossier: Dossier,
  section: string,
  facts: Readonly<Record<string, DossierValue>> = {},
): Dossier {
  const entry = { ...facts, id: freshId(dossier, section) } as DossierEntry;
  const entries = [...entriesOf(dossier, section), entry];
  return section === DEGREES
    ? { ...dossier, qualifications: entries }
    : withList(dossier, section, { entries });
}

export function removeEntry(dossier: Dossier, section: string, id: string): Dossier {
  const entries = entriesOf(dossier, section).filter((entry) => entry.id !== id);
  return section === DEGREES
    ? { ...dossier, qualifications: entries }
    : withList(dossier, section, { entries });
}

/** "These are all I have", which also answers every question about a single code. */
export function setComplete(dossier: Dossier, section: string, complete: boolean): Dossier {
  if (complete) return withList(dossier, section, { complete });
  const { complete: _before, ...rest } = listOf(dossier, section);
  return { ...dossier, [section]: rest };
}

export const isComplete = (dossier: Dossier, section: string): boolean =>
  listOf(dossier, section).complete === true;

/** "Those of this kind are all", for one code of the list's key. */
export function setCompleteFor(dossier: Dossier, section: string, code: string, complete: boolean): Dossier {
  const others = (listOf(dossier, section).completeFor ?? []).filter((each) => each !== code);
  return withList(dossier, section, { completeFor: complete ? [...others, code] : others });
}

export function isCompleteFor(dossier: Dossier, section: string, code: string): boolean {
  return isComplete(dossier, section) || (listOf(dossier, section).completeFor ?? []).includes(code);
}
