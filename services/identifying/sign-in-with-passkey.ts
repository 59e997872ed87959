import { err, ok } from '@testamur/engines/kernel';
import { performAct, type Request } from '../authorising/index.ts';
import { describeSession, drawSession, type Place, type SignedIn } from './begin-session.ts';
import { notRecognised } from './errors.ts';
import type { Answer, IdentifyingPlatform } from './identifying-act.ts';
import type { PasskeyAnswer } from './passkey-port.ts';

export type PasskeyShown = Pick<PasskeyAnswer, 'answer' | 'origin'> & { readonly place: Place };

/**
 * Signs in with a passkey that the browser found by itself (a discoverable credential): the passkey says whose it is, and only its key can have
 * signed our challenge. Whatever is wrong, the answer is the same.
 */
export async function signInWithPasskey(
  platform: IdentifyingPlatform,
  request: Request,
  shown: PasskeyShown,
): Answer<SignedIn> {
  const read = platform.passkeys.read(shown.answer);
  if (read === undefined) return err(notRecognised());
  const { credentialId, personId } = read;
  const { answer, origin, place } = shown;
  const at = request.at;
  const fresh = drawSession(platform);
  const presenting = { ...request, secret: credentialId };
  return performAct(
    platform,
    { act: 'identifying.sign-in-with-passkey', request: presenting, content: {} },
    async ({ identifying }) => {
      const found = (await identifying.findPasskeys(credentialId)).find((one) => one.personId === personId);
      if (!found) return err(notRecognised());
      const proof = await platform.passkeys.verifyProof(
        { answer, origin, purpose: 'sign-in', boundTo: '', at },
        found,
      );
      if (!proof.ok) return err(notRecognised());
      const { challengeHash, signCount, isBackedUp } = proof.value;
      await identifying.usePasskey(personId, { passkeyId: found.passkeyId, signCount, isBackedUp, at });
      const { session, signedIn } = describeSession(fresh, {
        personId,
        method: 'passkey',
        challengeHash,
        place,
        at,
      });
      await identifying.addSession(session);
      return ok(signedIn);
    },
  );
}
