import type { Pack, Rule } from '@testamur/engines/recognition';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../reference/read-in.ts';
import { viewChanges } from './changes-view.ts';

const cite = [{ source: 'law', locator: 'section 1', seen: '2026-01-01', grade: 'A' as const }];
const rule = (id: string, from: string): Rule => ({
  rule: id,
  title: id,
  kind: 'other',
  text: id,
  versions: [
    {
      version: '1',
      inForce: { from },
      recordedAt: '2026-01-01',
      reviewBy: '2030-01-01',
      cite,
      when: { notResearched: 'Is it so?' },
    },
  ],
});
const pack = {
  pack: 'xx',
  zone: 'Pacific/Auckland',
  rules: [
    rule('xx.a', '2026-06-02'),
    rule('xx.b', '2026-06-01'),
    rule('xx.c', '2026-06-01'),
    rule('xx.d', '2027'),
  ],
  routes: [],
  sources: [{ source: 'law', title: 'The law', publisher: 'The state', lang: 'en', grade: 'A' }],
} as unknown as Pack;
const vocabulary = { sections: new Map(), codeLists: new Map(), groups: new Map() };
const changelog = [{ version: '1', on: '2026-01-01', words: 'First.' }];
const reading = {
  reference: { sourceBook: { vocabulary }, library: { changelogs: { xx: changelog } } },
} as unknown as Reading;
const daysOf = (days: ReturnType<typeof viewChanges>['past']) =>
  days.map(({ on, changes }) => [on, ...changes.map((change) => change.rule)]);

describe('the changes of a pack', () => {
  it('divide at the day that it is where the authority is', () => {
    // Noon of the first in London is the second in Auckland already.
    const { past, toCome } = viewChanges(reading, pack, new Date('2026-06-01T12:30:00Z'));
    expect(daysOf(past)).toEqual([
      ['2026-06-02', 'xx.a'],
      ['2026-06-01', 'xx.b', 'xx.c'],
    ]);
    expect(daysOf(toCome)).toEqual([['2027', 'xx.d']]);
  });

  it('have what comes soonest first, and what came last first', () => {
    const { past, toCome } = viewChanges(reading, pack, new Date('2026-01-01T00:00:00Z'));
    expect(past).toEqual([]);
    expect(toCome.map(({ on }) => on)).toEqual(['2026-06-01', '2026-06-02', '2027']);
  });

  it('bring the source of each, an address, and a name of its own', () => {
    const { toCome, changelog: shown } = viewChanges(reading, pack, new Date('2026-01-01T00:00:00Z'));
    const changes = toCome.flatMap(({ changes: same }) => same);
    expect(changes.every(({ cited }) => cited[0]?.source?.title === 'The law')).toBe(true);
    expect(changes.map(({ path }) => path)).toContain('/rules/xx/xx.d');
    expect(new Set(changes.map(({ id }) => id)).size).toBe(4);
    expect(shown).toEqual(changelog);
  });
});
