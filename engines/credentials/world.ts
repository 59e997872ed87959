/** What the engine is given of the world: nothing of it is fetched, looked up or timed here. */
import type { Json } from '@testamur/engines/kernel';
import type { Digest } from './bytes/digest.ts';
import type { ContextStore } from './contexts/context-store.ts';
import type { KeyHistory } from './history/key-history.ts';
import type { KeyDocument } from './keys/key-document.ts';
import type { PublicKey, Verify } from './keys/public-key.ts';

/** What an address answered. Whoever reaches it keeps to its limits: https, no private addresses, no redirects, size, time. */
export type Reached =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array /** Milliseconds since 1970. */;
      readonly fetchedAt: number;
    }
  | { readonly ok: false /** For people: why not. */; readonly reason: string };

export type ReachedKind = 'key-document' | 'key-history' | 'status-list' | 'schema' | 'related-resource';

export type World = {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly contexts: ContextStore;
  readonly verify: Verify;
  /** SHA-256 and SHA-384 by the platform; without it they are computed here. */
  readonly digest?: Digest;
  readonly reach: (url: string, kind: ReachedKind) => Promise<Reached>;
  /** Whether a document fits a JSON Schema; without it schemas stay unknown. */
  readonly fitsSchema?: (schema: Json, document: Json) => Promise<boolean | 'unreadable'>;
  /** Key histories that were verified and are believed, by controller. */
  readonly histories?: ReadonlyMap<string, KeyHistory>;
  /** Kept between calls by whoever asks often; the engine adds to them what it has read. */
  readonly memo?: { readonly keys: Map<string, PublicKey>; readonly documents: Map<string, KeyDocument> };
};
