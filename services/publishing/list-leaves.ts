import { err, ok, type Result } from '@testamur/engines/kernel';
import {
  type AuthorisingProblem,
  type Platform,
  performAct,
  type Request,
  unusable,
} from '../authorising/index.ts';
import type { LeafFound, LeafStores } from './leaf-store.ts';

export type LeavesWanted = {
  /** Only those with a lower index; absent: from the newest on, those first that wait for an index. */
  readonly before?: number;
  readonly limit: number;
};

const MOST = 100;

/** What was said in public, the newest first. */
export function listLeaves(
  platform: Platform<LeafStores>,
  request: Request,
  { before, limit }: LeavesWanted,
): Promise<Result<readonly LeafFound[], AuthorisingProblem>> {
  const isFit = (value: number) => Number.isSafeInteger(value) && value >= 0;
  if (!isFit(limit) || limit > MOST || (before !== undefined && !isFit(before)))
    return Promise.resolve(err(unusable('page', `It ends before an index and holds 0 to ${MOST}.`)));
  return performAct(platform, { act: 'publishing.list-leaves', request, content: {} }, async ({ leaves }) =>
    ok(await leaves.listNewest({ before, limit })),
  );
}
