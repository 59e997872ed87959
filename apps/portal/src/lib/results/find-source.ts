/** What a citation calls its source: ids are private to a pack, and a rule may come from a pack that another one uses. */
import type { Source } from '@testamur/engines/recognition';
import type { PackNotes } from '../worker/messages.ts';

/** The pack in which a rule or a step was written: the one with the longest name that begins its id. */
export function packOf(id: string, packs: readonly PackNotes[]): PackNotes | undefined {
  const bare = id.replace(/^step\./, '');
  return [...packs]
    .sort((a, b) => b.pack.length - a.pack.length)
    .find((pack) => bare.startsWith(`${pack.pack}.`));
}

/** Its own pack first, then those it uses, then any. */
export function findSource(
  id: string,
  home: PackNotes | undefined,
  packs: readonly PackNotes[],
): Source | undefined {
  const used = packs.filter((pack) => home?.uses.includes(pack.pack));
  for (const pack of [...(home ? [home] : []), ...used, ...packs]) {
    const source = pack.sources.find((each) => each.source === id);
    if (source) return source;
  }
  return undefined;
}
