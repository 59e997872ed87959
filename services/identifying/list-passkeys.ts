import { ok } from '@testamur/engines/kernel';
import { actorOf, type Platform, performAct, type Request } from '../authorising/index.ts';
import type { Answer, IdentifyingStores } from './identifying-act.ts';
import type { PasskeyFound } from './identifying-store.ts';

/** One's own passkeys. */
export function listPasskeys(
  platform: Platform<IdentifyingStores>,
  request: Request,
): Answer<readonly PasskeyFound[]> {
  return performAct(
    platform,
    { act: 'identifying.list-passkeys', request, content: {} },
    async ({ identifying }) => ok(await identifying.listPasskeys(actorOf(request))),
  );
}
