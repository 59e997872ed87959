/** A small world for tests: what can be reached is what is put into it. */
import { openContexts } from '@testamur/adapters/contexts';
import { expectOk, hashOf, type Json } from '@testamur/engines/kernel';
import { type ContextStore, makeContextStore, type Reached, type World } from './index.ts';
import { verify } from './signing.fixture.ts';

export const CONTEXTS: ContextStore = openContexts();

/** 2026-03-01T00:00:00Z */
export const NOW = Date.UTC(2026, 2, 1);

export type Served = Readonly<Record<string, Json | Uint8Array>>;

export function makeWorld(served: Served = {}, more: Partial<World> = {}): World {
  const reach = async (url: string): Promise<Reached> => {
    const answer = served[url];
    if (answer === undefined) return { ok: false, reason: 'nothing answers there.' };
    const bytes = answer instanceof Uint8Array ? answer : new TextEncoder().encode(JSON.stringify(answer));
    return { ok: true, bytes, fetchedAt: more.now ?? NOW };
  };
  return { now: NOW, contexts: CONTEXTS, verify, reach, ...more };
}

/** The pinned contexts and others that only a test needs. */
export function contextsWith(others: Readonly<Record<string, Json>>): ContextStore {
  const pins = Object.entries(others).map(([url, document]) => ({
    url,
    hash: expectOk(hashOf(document), 'JSON'),
  }));
  const added = expectOk(
    makeContextStore(pins, (url) => others[url]),
    'just hashed',
  );
  return new Map([...CONTEXTS, ...added]) as unknown as ContextStore;
}
