import { err, ok } from '@testamur/engines/kernel';
import { performAct, type Request } from '../authorising/index.ts';
import { noPlatform, notHalted } from './errors.ts';
import type { Answer, OperatingPlatform } from './halt-log.ts';

/** Ends every halt, by whoever works at the machine. */
export function liftAtMachine(
  platform: OperatingPlatform,
  request: Request,
): Answer<{ readonly lifted: number }> {
  return performAct(
    platform,
    { act: 'operating.lift-at-machine', request, content: {} },
    async ({ haltLog, institutions }) => {
      const house = await institutions.findPlatform();
      if (house === undefined) return err(noPlatform());
      const lifted = await haltLog.liftAll(house.organisation, { at: request.at, liftedBy: undefined });
      return lifted > 0 ? ok({ lifted }) : err(notHalted());
    },
  );
}
