import { err, ok, sha256Hex } from '@testamur/engines/kernel';
import { type Platform, performAct, type Request } from '../authorising/index.ts';
import { describeSession, drawSession, type Place, type SignedIn } from './begin-session.ts';
import { notRecognised } from './errors.ts';
import type { Answer, IdentifyingStores } from './identifying-act.ts';

export type LinkShown = {
  readonly secret: string;
  /** What the browser that asked keeps; nothing in any other browser. */
  readonly browserSecret: string | undefined;
  readonly place: Place;
};

/**
 * Signs in with a link that came by mail, once, within its minutes, in the browser that asked for it. Reading mail is no proof for what needs
 * one: the session begins without. In another browser the link is refused and stays unused.
 */
export function signInWithLink(
  platform: Platform<IdentifyingStores>,
  request: Request,
  shown: LinkShown,
): Answer<SignedIn> {
  const { secret, browserSecret, place } = shown;
  const at = request.at;
  const fresh = drawSession(platform);
  return performAct(
    platform,
    { act: 'identifying.sign-in-with-link', request: { ...request, secret }, content: {} },
    async ({ identifying }) => {
      const found = await identifying.findLink(sha256Hex(secret));
      if (!found || found.usedAt !== undefined || found.expiresAt <= at) return err(notRecognised());
      if (browserSecret === undefined || found.browserHash !== sha256Hex(browserSecret))
        return err(notRecognised());
      const { personId, linkId } = found;
      const given = { personId, method: 'sign-in-link', challengeHash: undefined, place, at } as const;
      const { session, signedIn } = describeSession(fresh, given);
      await identifying.addSession(session);
      // Last: of two who show the same link at once the second meets no row, and all that she did is undone.
      return (await identifying.useLink(personId, linkId, at)) === 1 ? ok(signedIn) : err(notRecognised());
    },
  );
}
