import type { Uuid } from '../authorising/index.ts';

/** A key that was destroyed leaves its mark behind: "erased" and "never had one" are different answers. */
export type PersonKey =
  | { readonly state: 'alive'; readonly key: Uint8Array; readonly isRestricted: boolean }
  | { readonly state: 'destroyed' }
  | { readonly state: 'none' };

/**
 * One secret key of 256 bits per subject: a person, or an invitation of somebody who is no person here yet. What is written about the subject
 * is enciphered under it, so that destroying it erases all of that, wherever a copy lies. The store is never the database, nor in its
 * folder, its log or its backups.
 */
export type PersonKeys = {
  find(subject: Uuid): PersonKey;
  /** The key of the subject, made and on the disk if there was none. Throws `PersonKeyDestroyed` when it has been destroyed. */
  make(subject: Uuid): Uint8Array;
  /** Overwrites and removes the key, here and in every copy within reach. Doing it again does no harm. */
  destroy(subjects: readonly Uuid[]): void;
  /** While restricted, what is enciphered under the key is read by the subject herself only. */
  restrict(subject: Uuid, isRestricted: boolean): void;
  /** Makes search columns: equal values give equal hashes, and the hash tells nothing without this key. */
  readonly lookupKey: Uint8Array;
};

/** Something was to be written about a subject whose data has been erased. */
export class PersonKeyDestroyed extends Error {
  readonly code = 'PERSON_KEY_DESTROYED';
  constructor() {
    super('The key of this subject has been destroyed: nothing can be written about it any more.');
  }
}
