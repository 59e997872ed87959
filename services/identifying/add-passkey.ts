import { err, ok } from '@testamur/engines/kernel';
import { actorOf, performAct, type Request, readLine, type Uuid } from '../authorising/index.ts';
import { notRecognised } from './errors.ts';
import { type Answer, type IdentifyingPlatform, ownNotice, type TellingPlatform } from './identifying-act.ts';
import type { PasskeyAnswer } from './passkey-port.ts';

export type PasskeyAdded = Pick<PasskeyAnswer, 'answer' | 'origin'> & { readonly label: string };

/** A further passkey, on another device: who loses one then still has the other. */
export async function addPasskey(
  platform: IdentifyingPlatform & TellingPlatform,
  request: Request,
  added: PasskeyAdded,
): Answer<{ readonly passkeyId: Uuid }> {
  const label = readLine(added.label, 'name of the passkey', 60);
  if (!label.ok) return label;
  const personId = actorOf(request);
  const { answer, origin } = added;
  const at = request.at;
  const verified = await platform.passkeys.verifyNew({
    answer,
    origin,
    purpose: 'new-passkey',
    boundTo: personId,
    at,
  });
  if (!verified.ok) return err(notRecognised());
  const { challengeHash: _once, ...key } = verified.value;
  const [passkeyId, messageId] = [platform.newId(), platform.newId()];
  return performAct(
    platform,
    { act: 'identifying.add-passkey', request, content: {} },
    async ({ identifying, messages }) => {
      await identifying.addPasskey({ ...key, passkeyId, personId, label: label.value, at });
      await messages.add(personId, ownNotice('sign-in-changed', { messageId, personId, at }));
      return ok({ passkeyId });
    },
  );
}
