import { ok } from '@testamur/engines/kernel';
import { type Platform, performAct, type Request, readLine, type Uuid } from '../authorising/index.ts';
import type { InstitutionStore } from '../institutions/index.ts';
import type { Answer, PeopleStores } from './people-act.ts';

export type Newcomer = { readonly displayName: string; readonly mail?: string; readonly language: string };

/** Begins an account: the person and a tenant of her own, which nobody else sees into. How she signs in is added by whoever proved it. */
export async function registerPerson(
  platform: Platform<PeopleStores & { readonly institutions: InstitutionStore }>,
  request: Request,
  newcomer: Newcomer,
): Answer<{ readonly personId: Uuid }> {
  const name = readLine(newcomer.displayName, 'name');
  const language = readLine(newcomer.language, 'language', 35);
  const mail = newcomer.mail === undefined ? undefined : readLine(newcomer.mail, 'mail address', 254);
  for (const read of [name, language, mail]) if (read && !read.ok) return read;
  if (!name.ok || !language.ok || mail?.ok === false) throw new Error('refused above');
  const personId = platform.newId();
  return performAct(
    platform,
    { act: 'people.register-person', request, content: {} },
    async ({ people, institutions }) => {
      await institutions.add({
        organisation: personId,
        kind: 'personal',
        name: 'own tenant',
        country: undefined,
        createdBy: personId,
        createdAt: request.at,
      });
      await people.addPerson({
        personId,
        displayName: name.value,
        mail: mail?.value,
        language: language.value,
        at: request.at,
      });
      return ok({ personId });
    },
  );
}
