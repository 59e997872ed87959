import { err, ok } from '@testamur/engines/kernel';
import type { Platform } from '../authorising/index.ts';
import { isUuid, performAct, type Request, readLine, type Uuid, unusable } from '../authorising/index.ts';
import type { InstitutionStore } from '../institutions/index.ts';
import type { PeopleStore } from '../people/index.ts';
import { describeSession, drawSession, type Place, type SignedIn } from './begin-session.ts';
import { notRecognised } from './errors.ts';
import type { Answer, IdentifyingPlatform, IdentifyingStores } from './identifying-act.ts';
import type { PasskeyAnswer, PasskeyVerifier } from './passkey-port.ts';

export type AccountBegun = {
  /** Given out with the challenge, which is bound to it: the passkey names it. */
  readonly personId: Uuid;
  readonly displayName: string;
  readonly language: string;
  readonly label: string;
  readonly passkey: Pick<PasskeyAnswer, 'answer' | 'origin'>;
  readonly place: Place;
};

type Stores = IdentifyingStores & { readonly people: PeopleStore; readonly institutions: InstitutionStore };

/** Begins an account with a passkey, and signs its owner in: a person, a tenant of her own, the passkey and a session, or nothing of it. */
export async function beginAccount(
  platform: Platform<Stores> & { readonly passkeys: PasskeyVerifier },
  request: Request,
  begun: AccountBegun,
): Answer<SignedIn> {
  const [name, label, language] = [
    readLine(begun.displayName, 'name'),
    readLine(begun.label, 'name of the passkey', 60),
    readLine(begun.language, 'language', 35),
  ];
  if (!name.ok) return name;
  if (!label.ok) return label;
  if (!language.ok) return language;
  const { personId } = begun;
  const at = request.at;
  if (!isUuid(personId)) return err(unusable('person', 'It is not the id that was given out.'));
  const verified = await platform.passkeys.verifyNew({
    ...begun.passkey,
    purpose: 'new-account',
    boundTo: personId,
    at,
  });
  if (!verified.ok) return err(notRecognised());
  const { challengeHash, ...key } = verified.value;
  const [passkeyId, fresh] = [platform.newId(), drawSession(platform)];
  const { session, signedIn } = describeSession(fresh, {
    personId,
    method: 'passkey',
    challengeHash,
    place: begun.place,
    at,
  });
  return performAct(
    platform,
    { act: 'identifying.begin-account', request, content: {} },
    async ({ identifying, people, institutions }) => {
      await institutions.add({
        ...{ organisation: personId, kind: 'personal', name: 'own tenant', country: undefined },
        ...{ createdBy: personId, createdAt: at },
      });
      await people.addPerson({
        personId,
        displayName: name.value,
        mail: undefined,
        language: language.value,
        at,
      });
      await identifying.addPasskey({ ...key, passkeyId, personId, label: label.value, at });
      await identifying.addSession(session);
      return ok(signedIn);
    },
  );
}

export type { IdentifyingPlatform };
