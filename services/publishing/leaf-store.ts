import type { ActStores, Instant, Uuid } from '../authorising/index.ts';

export type LeafRow = {
  readonly organisation: Uuid;
  readonly leafId: Uuid;
  readonly act: string;
  readonly at: Instant;
  /** Canonical JSON: the entry of the log. */
  readonly entry: string;
};
/** Kept apart from the leaf, and destroyed with the data of the person. */
export type SaltRow = {
  readonly organisation: Uuid;
  readonly leafId: Uuid;
  readonly personId: Uuid;
  readonly salt: string;
};

/** The index in the log is absent until the log has given one. */
export type LeafFound = LeafRow & { readonly index: number | undefined };
/** How many leaves there were at the end of a day. */
export type Growth = { readonly on: string; readonly size: number };

export type LeafStore = {
  add(leaf: LeafRow): Promise<void>;
  addSalt(salt: SaltRow): Promise<void>;
  find(leafId: Uuid): Promise<LeafFound | undefined>;
  /** The newest first; those without an index before all others, unless `before` is given. */
  listNewest(wanted: {
    readonly before: number | undefined;
    readonly limit: number;
  }): Promise<readonly LeafFound[]>;
  listGrowth(): Promise<readonly Growth[]>;
};

export type LeafStores = ActStores & { readonly leaves: LeafStore };
