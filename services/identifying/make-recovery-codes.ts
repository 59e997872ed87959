import { ok, sha256Hex } from '@testamur/engines/kernel';
import { actorOf, type Platform, performAct, type Request } from '../authorising/index.ts';
import { type Answer, type IdentifyingStores, ownNotice, type Telling } from './identifying-act.ts';
import { drawCodes, readCode } from './recovery-codes.ts';

/** Ten codes to be written down, each of which signs in once. They are shown now and never again; those made before serve no more. */
export function makeRecoveryCodes(
  platform: Platform<IdentifyingStores & Telling>,
  request: Request,
): Answer<{ readonly codes: readonly string[] }> {
  const codes = drawCodes(platform.newSecret);
  const kept = codes.map((code) => ({ codeId: platform.newId(), codeHash: sha256Hex(readCode(code) ?? '') }));
  const [messageId, personId] = [platform.newId(), actorOf(request)];
  return performAct(
    platform,
    { act: 'identifying.make-recovery-codes', request, content: {} },
    async ({ identifying, messages }) => {
      await messages.add(personId, ownNotice('sign-in-changed', { messageId, personId, at: request.at }));
      await identifying.replaceCodes(personId, kept, request.at);
      return ok({ codes });
    },
  );
}
