/** Her wishes in this tab: kept in the browser's own storage beside the dossier and nowhere else. On the server there are none. */
import type { Wishes } from '@testamur/engines/planner';
import { today } from '../results/today.ts';
import { countryOf } from './country-of.ts';
import { type ReadWishes, readWishes } from './read-wishes.ts';
import { NO_WISHES, readEntry, type WishEntry, writeWishes } from './wish-entry.ts';
import { WISHES_KEY } from './wishes-key.ts';

let countries: readonly string[] = [];
let held = $state.raw<{ readonly entry: WishEntry; readonly read: ReadWishes }>(heldFor(NO_WISHES));
let isKept = $state(true);
let isFollowing = false;

function heldFor(entry: WishEntry): { entry: WishEntry; read: ReadWishes } {
  return { entry, read: readWishes(entry, { today: today(), countries }) };
}

function readStored(text: string | null): void {
  held = heldFor((text === null ? undefined : readEntry(text)) ?? NO_WISHES);
}

/** Call it from an effect. Reads what is kept, then follows other tabs. */
export function openWishes(): void {
  try {
    readStored(localStorage.getItem(WISHES_KEY));
  } catch {
    isKept = false;
  }
  if (isFollowing) return;
  isFollowing = true;
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === WISHES_KEY) readStored(newValue);
  });
}

export const wishes = {
  get entry(): WishEntry {
    return held.entry;
  },
  /** As the planner takes them. */
  get now(): Wishes {
    return held.read.wishes;
  },
  get remarks(): ReadWishes['remarks'] {
    return held.read.remarks;
  },
  /** How many wishes hold; her own figures and rates are none. */
  get count(): number {
    const { own: _own, rates: _rates, ...rest } = held.read.wishes;
    return Object.keys(rest).length;
  },
  get isEmpty(): boolean {
    return Object.keys(held.read.wishes).length === 0;
  },
  /** False where the browser keeps nothing: then they are gone with the tab. */
  get isKept(): boolean {
    return isKept;
  },
};

/** `willLearn: undefined` stands for any language. */
export type WishChange = Partial<Omit<WishEntry, 'willLearn'>> & {
  readonly willLearn?: readonly string[] | undefined;
};

export function changeWishes(change: WishChange): void {
  const { willLearn, ...others } = { ...held.entry, ...change };
  held = heldFor(willLearn === undefined ? others : { ...others, willLearn });
  try {
    localStorage.setItem(WISHES_KEY, writeWishes(held.entry));
    isKept = true;
  } catch {
    isKept = false;
  }
}

export function clearWishes(): void {
  held = heldFor(NO_WISHES);
  localStorage.removeItem(WISHES_KEY);
}

/** Where a licence can be obtained, so that leaving all of them out is noticed. */
export function knowJurisdictions(jurisdictions: readonly string[]): void {
  const known = [...new Set(jurisdictions.map(countryOf))];
  if (known.join() === countries.join()) return;
  countries = known;
  held = heldFor(held.entry);
}
