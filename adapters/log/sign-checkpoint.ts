import { utf8Of } from '@testamur/engines/kernel';
import { formatCheckpoint, formatNote, type Hash } from '@testamur/engines/transparency';
import type { LogSigner } from './ed25519.ts';

/** The signed note of a tree. Whoever calls this vouches that no other tree of that size was signed before. */
export function signCheckpoint(
  tree: { readonly size: number; readonly root: Hash },
  { key, sign }: LogSigner,
): string {
  const text = formatCheckpoint({ origin: key.name, ...tree, extensions: [] });
  return formatNote({ text, signatures: [{ name: key.name, id: key.id, signature: sign(utf8Of(text)) }] });
}
