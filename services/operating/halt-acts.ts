import { ok } from '@testamur/engines/kernel';
import { actorOf, organisationOf, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { checkHalt, type HaltWanted } from './check-halt.ts';
import type { Answer, OperatingPlatform } from './halt-log.ts';

/** Stops what Testamur vouches for, or everything that writes, in every process that uses this database. */
export async function haltActs(
  platform: OperatingPlatform,
  request: Request,
  wanted: HaltWanted,
): Answer<{ readonly haltId: Uuid }> {
  const checked = checkHalt(wanted, request);
  if (!checked.ok) return checked;
  const haltId = platform.newId();
  return performAct(
    platform,
    { act: 'operating.halt-acts', request, content: wanted },
    async ({ haltLog }) => {
      const haltedBy = actorOf(request);
      await haltLog.add(organisationOf(request), { haltId, ...checked.value, haltedBy });
      return ok({ haltId });
    },
  );
}
