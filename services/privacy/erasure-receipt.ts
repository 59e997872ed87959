import type { KeyedPlatform } from './privacy-act.ts';
import type { Erased, Erasure } from './privacy-store.ts';

/** A copy of a key that an operator keeps elsewhere dies within so many days: `adapters/person-keys` lets none grow older. */
export const KEY_COPY_DAYS = 7;

/** What the person keeps. It names nobody. */
export type ErasureReceipt = {
  readonly schema: 'testamur/erasure-receipt/1';
  readonly erasure: string;
  readonly person: string;
  readonly erasedAt: string;
  readonly keysDestroyed: number;
  readonly membershipsEnded: number;
  readonly signInsRemoved: number;
  /** From this instant no copy of the key can be left in any backup of keys. */
  readonly copiesOfKeysGoneBy: string;
};

export function settleErasure(
  { personKeys }: Pick<KeyedPlatform, 'personKeys'>,
  subjects: readonly string[],
): void {
  personKeys.destroy(subjects);
}

export function writeErasureReceipt(erasure: Erasure, erased: Erased): ErasureReceipt {
  return {
    schema: 'testamur/erasure-receipt/1',
    erasure: erasure.erasureId,
    person: erasure.personId,
    erasedAt: erasure.at,
    keysDestroyed: erased.subjects.length,
    membershipsEnded: erased.membershipsEnded,
    signInsRemoved: erased.signInsRemoved,
    copiesOfKeysGoneBy: new Date(Date.parse(erasure.at) + KEY_COPY_DAYS * 86_400_000).toISOString(),
  };
}
