/** The documents of others: key documents, status lists, schemas, resources. */
import type { Reached, ReachedKind, World } from '@testamur/engines/credentials';
import type { Problem, Result } from '@testamur/engines/kernel';

/** The gate of `adapters/egress`, as far as it is needed here. */
export type Gate = (outgoing: {
  readonly method: 'GET';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly mostBytes: number;
}) => Promise<Result<{ readonly status: number; readonly bytes: Uint8Array }, Problem>>;

export type OutsideSettings = {
  readonly gate: Gate;
  /** The clock: milliseconds since 1970. */
  readonly now: () => number;
  /** Shared between verifications; without it everything is fetched anew. */
  readonly kept?: Kept;
};

type Limits = { readonly mostBytes: number; readonly keepMs: number };
const MINUTE = 60_000;

/** A list says what holds now, so it is kept for the shortest; what is pinned by a digest could be kept for ever. */
const LIMITS: Readonly<Record<ReachedKind, Limits>> = {
  'key-document': { mostBytes: 262_144, keepMs: 10 * MINUTE },
  'key-history': { mostBytes: 1_048_576, keepMs: 10 * MINUTE },
  'status-list': { mostBytes: 2_097_152, keepMs: MINUTE },
  schema: { mostBytes: 262_144, keepMs: 60 * MINUTE },
  'related-resource': { mostBytes: 2_097_152, keepMs: 60 * MINUTE },
};
const KEEP_FAILURE_MS = 15_000;
const TIMEOUT_MS = 5_000;
const MOST_KEPT_BYTES = 33_554_432;

type Entry = { readonly reached: Reached; readonly keptAt: number; readonly keepMs: number };
/** Oldest first; what is too much leaves at that end. */
export type Kept = { readonly entries: Map<string, Entry>; bytes: number };

export const keepAnswers = (): Kept => ({ entries: new Map(), bytes: 0 });

/**
 * The port `reach` of a world. What cannot be had is told with its reason, and the layer that needs it stays unknown.
 *
 * @example const world = { …, reach: reachOutside({ gate: openEgress({}), now: Date.now, kept: keepAnswers() }) };
 */
export function reachOutside({ gate, now, kept }: OutsideSettings): World['reach'] {
  return async (url, kind) => {
    const name = `${kind} ${url}`;
    const known = kept?.entries.get(name);
    const age = now() - (known?.keptAt ?? 0);
    if (known !== undefined && age >= 0 && age < known.keepMs) return known.reached;
    const reached = await fetchOnce({ gate, now }, url, LIMITS[kind].mostBytes);
    if (kept !== undefined)
      keep(kept, name, {
        reached,
        keptAt: now(),
        keepMs: reached.ok ? LIMITS[kind].keepMs : KEEP_FAILURE_MS,
      });
    return reached;
  };
}

/** For one verification: so many documents of others and no more, so that what is shown cannot make us ask the whole world. */
export function reachAtMost(most: number, reach: World['reach']): World['reach'] {
  const asked = new Set<string>();
  return async (url, kind) => {
    if (!asked.has(url) && asked.size >= most)
      return {
        ok: false,
        reason: `more than ${most} documents of others are not fetched for one verification.`,
      };
    asked.add(url);
    return reach(url, kind);
  };
}

async function fetchOnce(
  { gate, now }: Pick<OutsideSettings, 'gate' | 'now'>,
  url: string,
  mostBytes: number,
): Promise<Reached> {
  const headers = { accept: 'application/json, application/*+json, application/vc+jwt, */*;q=0.1' };
  const fetchedAt = now();
  const answer = await gate({ method: 'GET', url, headers, timeoutMs: TIMEOUT_MS, mostBytes });
  if (!answer.ok) return { ok: false, reason: answer.error.message };
  const { status, bytes } = answer.value;
  if (status === 200) return { ok: true, bytes, fetchedAt };
  const isRedirect = status >= 300 && status < 400;
  return {
    ok: false,
    reason: isRedirect
      ? `it leads elsewhere (HTTP ${status}), and nobody follows.`
      : `it answers with HTTP ${status}.`,
  };
}

const sizeOf = ({ reached }: Entry): number => (reached.ok ? reached.bytes.length : 0) + 512;

function keep(kept: Kept, name: string, entry: Entry): void {
  drop(kept, name);
  kept.entries.set(name, entry);
  kept.bytes += sizeOf(entry);
  for (const oldest of kept.entries.keys()) {
    if (kept.bytes <= MOST_KEPT_BYTES) return;
    drop(kept, oldest);
  }
}

function drop(kept: Kept, name: string): void {
  const entry = kept.entries.get(name);
  if (entry === undefined) return;
  kept.entries.delete(name);
  kept.bytes -= sizeOf(entry);
}
