import { err } from '@testamur/engines/kernel';
import { actorOf, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { notRecognised } from './errors.ts';
import { type Answer, changed, type IdentifyingPlatform } from './identifying-act.ts';
import type { PasskeyAnswer } from './passkey-port.ts';

/** A fresh proof of who is sitting there, for acts that need one. The challenge is bound to the session, and one that was answered before serves no more. */
export async function proveAgain(
  platform: IdentifyingPlatform,
  request: Request,
  shown: Pick<PasskeyAnswer, 'answer' | 'origin'> & { readonly sessionId: Uuid },
): Answer<null> {
  const personId = actorOf(request);
  const at = request.at;
  const { answer, origin, sessionId } = shown;
  return performAct(
    platform,
    { act: 'identifying.prove-again', request, content: {} },
    async ({ identifying }) => {
      const credentialId = platform.passkeys.read(answer)?.credentialId;
      const own = await identifying.listPasskeys(personId);
      const found = own.find((one) => one.credentialId === credentialId);
      if (!found) return err(notRecognised());
      const given = { answer, origin, purpose: 'proof', boundTo: sessionId, at } as const;
      const proof = await platform.passkeys.verifyProof(given, found);
      if (!proof.ok) return err(notRecognised());
      const session = (await identifying.listSessions(personId)).find((one) => one.sessionId === sessionId);
      if (session?.provedAt !== undefined && proof.value.challengedAt < session.provedAt)
        return err(notRecognised());
      await identifying.usePasskey(personId, { ...proof.value, passkeyId: found.passkeyId, at });
      return changed(await identifying.proveSession(personId, sessionId, at), 'session');
    },
  );
}
