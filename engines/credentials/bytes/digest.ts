import { sha256, sha384 } from '@testamur/engines/kernel';

export type HashName = 'SHA-256' | 'SHA-384';

/** A port, so that a server can use what its platform does several times faster. */
export type Digest = (hash: HashName, bytes: Uint8Array) => Uint8Array;

/** The same everywhere. */
export const digestHere: Digest = (hash, bytes) => (hash === 'SHA-256' ? sha256(bytes) : sha384(bytes));
