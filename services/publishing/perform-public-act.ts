import { ok, type Result } from '@testamur/engines/kernel';
import {
  type ActGiven,
  type AuthorisingProblem,
  actorId,
  organisationOf,
  type Platform,
  performAct,
  type StandingRows,
  type Uuid,
} from '../authorising/index.ts';
import { type LeafContent, writeLeaf } from './leaf.ts';
import type { LeafStores } from './leaf-store.ts';

/** What an act of the public record gives back, and what of it everybody may read for good. */
export type Announced<T> = { readonly value: T; readonly leaf: LeafContent };

/** `performAct` for an act that the matrix marks as public: its leaf is in the same transaction, so there is neither without the other. */
export function performPublicAct<S extends LeafStores, T extends object, P>(
  platform: Platform<S>,
  given: ActGiven,
  work: (stores: S, standing: StandingRows) => Promise<Result<Announced<T>, P>>,
): Promise<Result<T & { readonly leafId: Uuid }, P | AuthorisingProblem>> {
  const { act, request } = given;
  const [leafId, salt] = [platform.newId(), platform.newSecret()];
  const [by, personId] = [organisationOf(request), actorId(request.actor)];
  return performAct(platform, given, async (stores, standing) => {
    const done = await work(stores, standing);
    if (!done.ok) return done;
    const { value, leaf } = done.value;
    const hidden = { ...leaf.hidden, ...(personId === undefined ? {} : { actor: personId }) };
    const entry = writeLeaf({ ...leaf, hidden, leafId, act, at: request.at, by, salt });
    await stores.leaves.add({ organisation: by, leafId, act, at: request.at, entry });
    if (personId !== undefined) await stores.leaves.addSalt({ organisation: by, leafId, personId, salt });
    return ok({ ...value, leafId });
  });
}
