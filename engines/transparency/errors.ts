import type { Problem } from '@testamur/engines/kernel';

/** Every way this room can refuse. */
export type TransparencyCode =
  | 'TRANSPARENCY_RANGE_OUTSIDE_TREE' // an index or a part that the tree of this size does not have
  | 'TRANSPARENCY_HASH_LENGTH' // a hash that is not 32 bytes long
  | 'TRANSPARENCY_PROOF_LENGTH' // too few or too many hashes in a proof for this place and size
  | 'TRANSPARENCY_ROOT_DIFFERS' // the proof leads to another root
  | 'TRANSPARENCY_NUMBER_FORMAT' // no decimal number, or one beyond 2^53 - 1
  | 'TRANSPARENCY_BASE64_FORMAT' // not the one base64 text of these bytes (RFC 4648 section 4)
  | 'TRANSPARENCY_BUNDLE_FORMAT' // entries that do not fill their bundle exactly
  | 'TRANSPARENCY_ENTRY_TOO_LONG' // longer than 65,535 bytes
  | 'TRANSPARENCY_TILE_FORMAT' // a tile that is not as wide as the tree demands
  | 'TRANSPARENCY_NOTE_FORMAT' // not a signed note
  | 'TRANSPARENCY_NOTE_TOO_LONG' // beyond the limits of size or of signatures
  | 'TRANSPARENCY_KEY_FORMAT' // not a verifier key, or one whose id is not its own
  | 'TRANSPARENCY_KEY_KIND' // a key of another algorithm than is needed here
  | 'TRANSPARENCY_NOT_SIGNED' // no signature by a known key
  | 'TRANSPARENCY_SIGNATURE_WRONG' // a known key is named and the signature is not its own
  | 'TRANSPARENCY_CHECKPOINT_FORMAT' // the text of a note is no checkpoint
  | 'TRANSPARENCY_ORIGIN_DIFFERS' // a checkpoint of another log
  | 'TRANSPARENCY_PROOF_FORMAT' // not a .tlog-proof file of version 1
  | 'TRANSPARENCY_PROOF_VERSION' // a .tlog-proof file of a version that is not known here
  | 'TRANSPARENCY_REQUEST_FORMAT' // not an add-checkpoint request
  | 'TRANSPARENCY_TOO_FEW_WITNESSES'; // fewer cosignatures than are asked for

export type TransparencyProblem = Problem<TransparencyCode>;

export const refuse = (code: TransparencyCode, message: string, hint?: string): TransparencyProblem => ({
  code,
  message,
  ...(hint === undefined ? {} : { hint }),
});
