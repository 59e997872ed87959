import { err, ok, type Result } from '@testamur/engines/kernel';
import { isUuid, type Platform, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { type PublishingProblem, refuse } from './errors.ts';
import type { LeafFound, LeafStores } from './leaf-store.ts';

/** One leaf by its id, with its index once the log has given one. */
export function findLeaf(
  platform: Platform<LeafStores>,
  request: Request,
  leafId: Uuid,
): Promise<Result<LeafFound, PublishingProblem>> {
  if (!isUuid(leafId)) return Promise.resolve(err(unknown()));
  return performAct<LeafStores, LeafFound, PublishingProblem>(
    platform,
    { act: 'publishing.find-leaf', request, content: {} },
    async ({ leaves }) => {
      const found = await leaves.find(leafId);
      return found === undefined ? err(unknown()) : ok(found);
    },
  );
}

const unknown = () =>
  refuse(
    'PUBLISHING_LEAF_NOT_FOUND',
    'The public record has no leaf with this id.',
    'The id of a leaf was given when its act was done; /api/log lists the newest.',
  );
