import { expectOk, hashOf, sha256Hex } from '@testamur/engines/kernel';
import type { LibraryItem, LibrarySet } from './library-file.ts';

/** Gives every item its hash, and the set the hash of them all in the order of their ids. */
export function makeSet(
  name: string,
  bodies: readonly { readonly id: string; readonly body: unknown }[],
): LibrarySet {
  const items: LibraryItem[] = bodies
    .map(({ id, body }) => ({ id, body, hash: expectOk(hashOf(body), `${name}/${id} is JSON`) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const lines = items.map((item) => `${item.id} ${item.hash}`).join('\n');
  return { name, hash: `sha256:${sha256Hex(lines)}`, items };
}
