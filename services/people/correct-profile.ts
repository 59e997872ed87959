import { actorOf, performAct, type Request, readLine, type Uuid } from '../authorising/index.ts';
import { type Answer, changed, type PeoplePlatform } from './people-act.ts';

export type Corrected = {
  readonly personId: Uuid;
  readonly displayName: string;
  readonly mail?: string;
  readonly language: string;
};

/** Corrects one's own record. The person is named, so that a page left open by somebody else corrects nobody. */
export async function correctProfile(
  platform: PeoplePlatform,
  request: Request,
  corrected: Corrected,
): Answer<null> {
  const name = readLine(corrected.displayName, 'name');
  if (!name.ok) return name;
  const language = readLine(corrected.language, 'language', 35);
  if (!language.ok) return language;
  const mail = corrected.mail === undefined ? undefined : readLine(corrected.mail, 'mail address', 254);
  if (mail && !mail.ok) return mail;
  const content = { by: actorOf(request), personId: corrected.personId };
  return performAct(platform, { act: 'people.correct-profile', request, content }, async ({ people }) => {
    const values = { displayName: name.value, mail: mail?.value, language: language.value };
    return changed(await people.correctPerson(corrected.personId, values), 'person');
  });
}
