import { ok, type Result } from '@testamur/engines/kernel';
import { type AuthorisingProblem, type Platform, performAct, type Request } from '../authorising/index.ts';
import type { Growth, LeafStores } from './leaf-store.ts';

/** The size of the log at the end of each day on which it grew, the first day first. */
export function listGrowth(
  platform: Platform<LeafStores>,
  request: Request,
): Promise<Result<readonly Growth[], AuthorisingProblem>> {
  return performAct(platform, { act: 'publishing.list-growth', request, content: {} }, async ({ leaves }) =>
    ok(await leaves.listGrowth()),
  );
}
