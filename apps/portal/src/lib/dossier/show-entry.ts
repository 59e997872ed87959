/** An entry of a list in one line: its first facts. */
import type { DossierEntry, DossierValue, Section, Vocabulary } from '@testamur/engines/recognition';
import { showDossierValue } from './show-value.ts';

const MOST_PARTS = 4;

export function showEntry(entry: DossierEntry, section: Section, vocabulary: Vocabulary): string {
  const parts = Object.entries(section.facts).flatMap(([fact, definition]) => {
    const value = entry[fact] as DossierValue | undefined;
    if (value === undefined || value === 'unknown') return [];
    const shown = showDossierValue(value, definition, vocabulary);
    return [
      definition.type === 'boolean' || definition.type === 'number' ? `${definition.label}: ${shown}` : shown,
    ];
  });
  return parts.length === 0 ? 'Nothing said yet' : parts.slice(0, MOST_PARTS).join(' · ');
}
