import { expectOk, hashOf } from '@testamur/engines/kernel';

/**
 * A name that is the same wherever the same thing is served: a UUID of version 8 (RFC 9562, section 5.8) from the SHA-256 of what it
 * names, as a URN.
 */
export function stableUrn(...named: readonly string[]): string {
  const hash = expectOk(hashOf(named), 'a list of texts').replace('sha256:', '');
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}
