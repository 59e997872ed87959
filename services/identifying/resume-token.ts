import { ok, sha256Hex } from '@testamur/engines/kernel';
import { type Platform, performAct, type Request } from '../authorising/index.ts';
import type { Answer, IdentifyingStores } from './identifying-act.ts';
import type { TokenFound } from './program-store.ts';

/** Which program asks, by the token presented as `request.secret`; none when the token has ended. */
export function resumeToken(
  platform: Platform<IdentifyingStores>,
  request: Request,
): Answer<TokenFound | undefined> {
  return performAct(
    platform,
    { act: 'identifying.resume-token', request, content: {} },
    async ({ programs }) => {
      const found = await programs.findToken(sha256Hex(request.secret ?? ''));
      return ok(found && request.at < found.expiresAt ? found : undefined);
    },
  );
}
