import { canonicalise, expectOk, type Json, sha256Hex } from '@testamur/engines/kernel';
import type { ActName, Instant, Uuid } from '../authorising/index.ts';

/** What an act says in public. Nothing in `open` is about a person; what may be stands in `hidden` and is shown as a salted hash. */
export type LeafContent = {
  readonly open: Readonly<Record<string, Json>>;
  readonly hidden?: Readonly<Record<string, string>>;
};

export type LeafGiven = LeafContent & {
  readonly leafId: Uuid;
  readonly act: ActName;
  readonly at: Instant;
  /** The organisation that acts. */
  readonly by: Uuid;
  /** At least 256 random bits, for this leaf alone. */
  readonly salt: string;
};

/** A leaf as it is read back: `docs/schemas/log-leaf.schema.json`. */
export type Leaf = {
  readonly schema: typeof LEAF_SCHEMA;
  readonly leaf: Uuid;
  readonly act: string;
  readonly at: Instant;
  readonly by: Uuid;
  readonly what: Readonly<Record<string, Json>>;
  readonly hashed?: Readonly<Record<string, string>>;
};

export const LEAF_SCHEMA = 'testamur/log-leaf/1';

/**
 * The bytes that the log takes in, as text: canonical JSON (RFC 8785), so that they can be made again from their values.
 *
 * @example writeLeaf({ leafId, act: 'publishing.publish-packs', at, by, salt, open: { ruleBase: 'sha256:…' } })
 */
export function writeLeaf({ leafId, act, at, by, salt, open, hidden = {} }: LeafGiven): string {
  const hashed = Object.entries(hidden).map(([name, value]) => [name, hideValue(salt, value)] as const);
  const leaf: Leaf = {
    ...{ schema: LEAF_SCHEMA, leaf: leafId, act, at, by, what: open },
    ...(hashed.length === 0 ? {} : { hashed: Object.fromEntries(hashed) }),
  };
  return expectOk(canonicalise(leaf), 'strings and plain values');
}

/**
 * Who knows the salt can show that a value is the one that was meant; who does not cannot find it by trying.
 * The same in a shell: `printf '%s\n%s' SALT VALUE | sha256sum`.
 */
export const hideValue = (salt: string, value: string): string => `sha256:${sha256Hex(`${salt}\n${value}`)}`;
