/**
 * The person's session in this tab: her dossier, the questions put off, the dates asked for. Kept in the browser's own storage and
 * nowhere else; another tab that writes is followed. On the server it stays empty.
 */
import type { Dossier } from '@testamur/engines/recognition';
import type { MessageKey } from '../language/messages.ts';
import { WISHES_KEY } from '../wishes/wishes-key.ts';
import {
  EMPTY_SESSION,
  readSession,
  SET_ASIDE_KEY,
  STORAGE_KEY,
  type StoredSession,
  writeSession,
} from './stored-session.ts';

let held = $state.raw<StoredSession>(EMPTY_SESSION);
let isRead = $state(false);
let warning = $state<MessageKey | undefined>();

function keep(next: StoredSession): void {
  held = next;
  try {
    localStorage.setItem(STORAGE_KEY, writeSession(next));
    warning = undefined;
  } catch {
    warning = 'dossier.warning.notKept';
  }
}

function readStored(): void {
  const text = localStorage.getItem(STORAGE_KEY);
  if (text === null) return;
  const stored = readSession(text);
  if (stored !== undefined) {
    held = stored;
    return;
  }
  localStorage.setItem(SET_ASIDE_KEY, text);
  warning = 'dossier.warning.setAside';
}

/** Call it from an effect. Reads once, then follows other tabs. */
export function openSession(): void {
  if (isRead) return;
  isRead = true;
  try {
    readStored();
  } catch {
    warning = 'dossier.warning.nothingKept';
  }
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === STORAGE_KEY) held = (newValue === null ? undefined : readSession(newValue)) ?? EMPTY_SESSION;
  });
}

export const session = {
  get dossier(): Dossier {
    return held.dossier;
  },
  get putOff(): readonly string[] {
    return held.putOff;
  },
  get on(): string | undefined {
    return held.on;
  },
  get knownOn(): string | undefined {
    return held.knownOn;
  },
  /** False until the storage of the browser has been read. */
  get isOpen(): boolean {
    return isRead;
  },
  get warning(): MessageKey | undefined {
    return warning;
  },
  get isEmpty(): boolean {
    return Object.keys(held.dossier).every((name) => name === 'schema');
  },
};

export function changeDossier(change: (dossier: Dossier) => Dossier): void {
  keep({ ...held, dossier: change(held.dossier) });
}

export function putOff(name: string): void {
  keep({ ...held, putOff: [...held.putOff.filter((each) => each !== name), name] });
}

export function takeUp(name: string): void {
  keep({ ...held, putOff: held.putOff.filter((each) => each !== name) });
}

/** Undefined stands for today. */
export function askFor(dates: {
  readonly on: string | undefined;
  readonly knownOn: string | undefined;
}): void {
  const { on: _on, knownOn: _knownOn, ...rest } = held;
  keep({
    ...rest,
    ...(dates.on === undefined ? {} : { on: dates.on }),
    ...(dates.knownOn === undefined ? {} : { knownOn: dates.knownOn }),
  });
}

export function replaceDossier(dossier: Dossier): void {
  keep({ dossier, putOff: [] });
}

/** Forgets everything, the copy in the browser and her wishes included. */
export function clearSession(): void {
  held = EMPTY_SESSION;
  localStorage.removeItem(STORAGE_KEY);
  localStorage.removeItem(SET_ASIDE_KEY);
  localStorage.removeItem(WISHES_KEY);
}
