/** What the browser keeps between visits. A copy that does not read is set aside, never overwritten unseen. */
import type { Dossier } from '@testamur/engines/recognition';

export const STORAGE_KEY = 'testamur.session';
export const SET_ASIDE_KEY = 'testamur.session.unreadable';
const MOST_LENGTH = 2_000_000;
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
  const stored = read(text);
  if (!isRecord(stored) || stored['schema'] !== SCHEMA) return undefined;
  const { dossier, putOff, on, knownOn } = stored;
  if (!isRecord(dossier)) return undefined;
  return {
    dossier: dossier as Dossier,
    putOff: Array.isArray(putOff) ? putOff.filter((name) => typeof name === 'string') : [],
    ...(typeof on === 'string' ? { on } : {}),
    ...(typeof knownOn === 'string' ? { knownOn } : {}),
  };
}

/** Our own writing, so the browser's reader does; what is in it the verdict checks. */
function read(text: string): unknown {
  if (text.length > MOST_LENGTH) return undefined;
  try {
    return JSON.parse(text, refusePrototype);
  } catch {
    return undefined;
  }
}

function refusePrototype(name: string, value: unknown): unknown {
  if (name === '__proto__') throw new SyntaxError('A dossier has no prototype.');
  return value;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
