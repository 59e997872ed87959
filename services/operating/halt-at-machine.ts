import { err, ok } from '@testamur/engines/kernel';
import { performAct, type Request, type Uuid } from '../authorising/index.ts';
import { checkHalt, type HaltWanted } from './check-halt.ts';
import { noPlatform } from './errors.ts';
import type { Answer, OperatingPlatform } from './halt-log.ts';

/** The same by whoever works at the machine, when nobody can sign in. */
export async function haltAtMachine(
  platform: OperatingPlatform,
  request: Request,
  wanted: HaltWanted,
): Answer<{ readonly haltId: Uuid }> {
  const checked = checkHalt(wanted, request);
  if (!checked.ok) return checked;
  const haltId = platform.newId();
  return performAct(
    platform,
    { act: 'operating.halt-at-machine', request, content: wanted },
    async ({ haltLog, institutions }) => {
      const house = await institutions.findPlatform();
      if (house === undefined) return err(noPlatform());
      await haltLog.add(house.organisation, { haltId, ...checked.value, haltedBy: undefined });
      return ok({ haltId });
    },
  );
}
