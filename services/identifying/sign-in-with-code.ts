import { err, ok, sha256Hex } from '@testamur/engines/kernel';
import { type Platform, performAct, type Request } from '../authorising/index.ts';
import { describeSession, drawSession, type Place, type SignedIn } from './begin-session.ts';
import { notRecognised } from './errors.ts';
import type { Answer, IdentifyingStores } from './identifying-act.ts';
import { readCode } from './recovery-codes.ts';

/**
 * Signs in with one of the codes that were written down, for whoever has lost her passkeys: it proves who she is, so that she can make another
 * passkey at once. The code names nobody else and has 80 random bits, so that nothing but the code is asked for.
 */
export async function signInWithCode(
  platform: Platform<IdentifyingStores>,
  request: Request,
  shown: { readonly code: string; readonly place: Place },
): Answer<SignedIn> {
  const code = readCode(shown.code);
  if (code === undefined) return err(notRecognised());
  const at = request.at;
  const fresh = drawSession(platform);
  return performAct(
    platform,
    { act: 'identifying.sign-in-with-code', request: { ...request, secret: code }, content: {} },
    async ({ identifying }) => {
      const found = await identifying.findCode(sha256Hex(code));
      if (!found || found.usedAt !== undefined) return err(notRecognised());
      const { personId, codeId } = found;
      const given = {
        personId,
        method: 'recovery-code',
        challengeHash: undefined,
        place: shown.place,
        at,
      } as const;
      const { session, signedIn } = describeSession(fresh, given);
      await identifying.addSession(session);
      // Last: of two who show the same code at once the second meets no row, and all that she did is undone.
      return (await identifying.useCode(personId, codeId, at)) === 1 ? ok(signedIn) : err(notRecognised());
    },
  );
}
