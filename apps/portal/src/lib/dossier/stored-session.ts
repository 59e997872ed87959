/** What the browser keeps between visits. A copy that does not read is set aside, never overwritten unseen. */
import { parseJson } from '@testamur/engines/kernel';
import type { Dossier } from '@testamur/engines/recognition';

export const STORAGE_KEY = 'testamur.session';
export const SET_ASIDE_KEY = 'testamur.session.unreadable';
const SCHEMA = 'testamur/session/1';

export type StoredSession = {
  readonly dossier: Dossier;
  /** Questions put off: not asked again until the person looks for them. */
  readonly putOff: readonly string[];
  /** The dates asked for; today where absent. */
  readonly on?: string;
  readonly knownOn?: string;
};

export const EMPTY_SESSION: StoredSession = { dossier: { schema: 'testamur/dossier/1' }, putOff: [] };

export const writeSession = (session: StoredSession): string =>
  JSON.stringify({ schema: SCHEMA, ...session });

/** Nothing where the text was not written by this version of the program. */
export function readSession(text: string): StoredSession | undefined {
  const parsed = parseJson(text, { maxLength: 2_000_000 });
  if (!parsed.ok || !isRecord(parsed.value) || parsed.value['schema'] !== SCHEMA) return undefined;
  const { dossier, putOff, on, knownOn } = parsed.value;
  if (!isRecord(dossier)) return undefined;
  return {
    dossier: dossier as Dossier,
    putOff: Array.isArray(putOff) ? putOff.filter((name) => typeof name === 'string') : [],
    ...(typeof on === 'string' ? { on } : {}),
    ...(typeof knownOn === 'string' ? { knownOn } : {}),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
