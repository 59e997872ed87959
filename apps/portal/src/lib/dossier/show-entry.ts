/** An entry of a list in one line: its first facts. */
import type { DossierEntry, DossierValue, Section } from '@testamur/engines/recognition';
import { showDossierValue, type Wording } from './show-value.ts';

const MOST_PARTS = 4;

export function showEntry(entry: DossierEntry, section: Section, wording: Wording): string {
  const { say } = wording.language;
  const parts = Object.entries(section.facts).flatMap(([fact, definition]) => {
    const value = entry[fact] as DossierValue | undefined;
    if (value === undefined || value === 'unknown') return [];
    const shown = showDossierValue(value, definition, wording);
    return [
      definition.type === 'boolean' || definition.type === 'number'
        ? say('dossier.noted', { label: definition.label, value: shown })
        : shown,
    ];
  });
  return parts.length === 0 ? say('dossier.nothingSaid') : parts.slice(0, MOST_PARTS).join(' · ');
}
