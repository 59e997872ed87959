/** Cosignatures of witnesses with Ed25519 (C2SP tlog-cosignature, `cosignature/v1`). */
import { utf8Of } from '@testamur/engines/kernel';
import type { NoteSignature } from './note.ts';
import type { NoteKey } from './note-key.ts';

const TIMED_LENGTH = 8 + 64;

/** What a witness signs: the text of the checkpoint under a header and the time in seconds since 1970. */
export function cosignedMessage(text: string, time: number): Uint8Array {
  return utf8Of(`cosignature/v1\ntime ${time}\n${text}`);
}

/** Seconds since 1970, out of the signature; undefined where it has none that can be counted. */
export function timestampOf(signature: Uint8Array): number | undefined {
  if (signature.length !== TIMED_LENGTH) return undefined;
  const view = new DataView(signature.buffer, signature.byteOffset);
  const time = view.getUint32(0) * 2 ** 32 + view.getUint32(4);
  return Number.isSafeInteger(time) ? time : undefined;
}

/** @param signature Ed25519 over `cosignedMessage(text, time)` */
export function makeCosignature({ name, id }: NoteKey, time: number, signature: Uint8Array): NoteSignature {
  const timed = new Uint8Array(8 + signature.length);
  const view = new DataView(timed.buffer);
  view.setUint32(0, Math.floor(time / 2 ** 32));
  view.setUint32(4, time % 2 ** 32);
  timed.set(signature, 8);
  return { name, id, signature: timed };
}
