import { ok, sha256Hex } from '@testamur/engines/kernel';
import { type Platform, performAct, type Request, readLine } from '../authorising/index.ts';
import type { Answer, IdentifyingStores, Telling } from './identifying-act.ts';

/** ASVS 5.0, 6.5.5: what is sent out of band serves ten minutes at most. */
export const LINK_MINUTES = 10;
/** Nobody's letter box is filled by somebody else. */
export const LINKS_AN_HOUR = 5;
/** An address may be named by several accounts, as nobody checks it: each gets a letter of its own, but not more than so many. */
const MOST_ACCOUNTS = 3;

const HOUR_MS = 3_600_000;

/**
 * Sends a link that signs in, once, in the browser that asks now and holds `browserSecret`. Whether there is an account is not said: the answer
 * is the same, and the letter comes from the outbox later. What needs a fresh proof still needs a passkey.
 */
export async function askForLink(
  platform: Platform<IdentifyingStores & Telling>,
  request: Request,
  asked: { readonly mail: string; readonly browserSecret: string },
): Answer<null> {
  const mail = readLine(asked.mail, 'mail address', 254);
  if (!mail.ok) return mail;
  const drawn = Array.from({ length: MOST_ACCOUNTS }, () => ({
    ...{ linkId: platform.newId(), messageId: platform.newId(), secret: platform.newSecret() },
  }));
  const browserHash = sha256Hex(asked.browserSecret);
  const createdAt = request.at;
  const expiresAt = new Date(Date.parse(createdAt) + LINK_MINUTES * 60_000).toISOString();
  return performAct(
    platform,
    { act: 'identifying.ask-for-link', request: { ...request, mail: mail.value }, content: {} },
    async ({ identifying, messages }) => {
      const people = await identifying.listPeopleByMail(mail.value, MOST_ACCOUNTS);
      const since = new Date(Date.parse(createdAt) - HOUR_MS).toISOString();
      for (const [index, personId] of people.entries()) {
        const own = drawn[index];
        if (!own || (await identifying.countLinks(personId, since)) >= LINKS_AN_HOUR) continue;
        const { linkId, messageId, secret } = own;
        const link = { linkId, personId, tokenHash: sha256Hex(secret), browserHash, createdAt, expiresAt };
        await identifying.addLink(link);
        await messages.add(personId, {
          ...{ messageId, kind: 'sign-in-link', recipient: personId, until: expiresAt, at: createdAt },
          values: { path: `/sign-in/link#${secret}`, minutes: String(LINK_MINUTES) },
        });
      }
      return ok(null);
    },
  );
}
