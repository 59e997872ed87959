/** What Open Badges 3.0 and CLR 2.0 ask beyond the data model: the right type in each place, and what an achievement must say. */
import { type Json, quoteText, toPointer } from '@testamur/engines/kernel';
import { OPEN_BADGES_CONTEXTS } from '../contexts/pinned-contexts.ts';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { hasType, isMembers, isUrl, listOf, type Members, typesOf } from './members.ts';

const BADGES = ['OpenBadgeCredential', 'AchievementCredential'] as const;

export const isBadge = (document: Members): boolean =>
  [...BADGES, 'EndorsementCredential', 'ClrCredential'].some((type) => hasType(document, type)) ||
  hasBadgeContext(document);

const hasBadgeContext = (document: Members): boolean =>
  listOf(document['@context']).some((context) => OPEN_BADGES_CONTEXTS.includes(String(context)));

/** The type that what stands under a name must have, wherever it stands. */
const TYPE_OF: Readonly<Record<string, string>> = {
  achievement: 'Achievement',
  address: 'Address',
  alignment: 'Alignment',
  creator: 'Profile',
  evidence: 'Evidence',
  geo: 'GeoCoordinates',
  identifier: 'IdentityObject',
  otherIdentifier: 'IdentifierEntry',
  parentOrg: 'Profile',
  related: 'Related',
  result: 'Result',
  resultDescription: 'ResultDescription',
  rubricCriterionLevel: 'RubricCriterionLevel',
  source: 'Profile',
};

/** @param document untrusted; a credential by `checkCredential` */
export function checkBadge(document: Members): CredentialsProblem | undefined {
  return checkKind(document) ?? checkIssuer(document) ?? checkSubjects(document) ?? checkTypes(document, []);
}

function checkKind(document: Members): CredentialsProblem | undefined {
  const kinds = [...BADGES, 'EndorsementCredential', 'ClrCredential', 'BitstringStatusListCredential'];
  if (!kinds.some((kind) => hasType(document, kind)))
    return problem(
      ['type'],
      'The type says neither badge, endorsement nor record (OpenBadgeCredential, AchievementCredential …).',
    );
  return hasBadgeContext(document) || hasType(document, 'ClrCredential')
    ? undefined
    : problem(['@context'], 'The context of Open Badges is missing.');
}

function checkIssuer({ issuer }: Members): CredentialsProblem | undefined {
  return !isMembers(issuer) || hasType(issuer, 'Profile')
    ? undefined
    : problem(['issuer', 'type'], 'The issuer is no Profile.');
}

function checkSubjects(document: Members): CredentialsProblem | undefined {
  const isEndorsement = hasType(document, 'EndorsementCredential');
  const wanted = isEndorsement
    ? 'EndorsementSubject'
    : hasType(document, 'ClrCredential')
      ? 'ClrSubject'
      : 'AchievementSubject';
  for (const subject of listOf(document['credentialSubject'])) {
    if (!isMembers(subject) || !hasType(subject, wanted))
      return problem(['credentialSubject', 'type'], `The subject is no ${wanted}.`);
    if (wanted !== 'AchievementSubject') continue;
    const achievements = listOf(subject['achievement']);
    if (achievements.length !== 1)
      return problem(['credentialSubject', 'achievement'], 'The subject has no achievement, or several.');
    const found = checkAchievement(achievements[0]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function checkAchievement(value: Json | undefined): CredentialsProblem | undefined {
  const at = ['credentialSubject', 'achievement'];
  if (!isMembers(value) || !hasType(value, 'Achievement'))
    return problem([...at, 'type'], 'What was achieved is no Achievement.');
  if (!isUrl(value['id'])) return problem([...at, 'id'], 'The achievement has no id.');
  for (const name of ['name', 'description'])
    if (typeof value[name] !== 'string' || value[name] === '')
      return problem([...at, name], `The achievement has no ${name}.`);
  return isMembers(value['criteria'])
    ? undefined
    : problem([...at, 'criteria'], 'The achievement has no criteria.');
}

type Steps = readonly (string | number)[];

function checkTypes(value: Json, steps: Steps): CredentialsProblem | undefined {
  if (Array.isArray(value))
    return firstOf((value as readonly Json[]).map((item, n) => checkTypes(item, [...steps, n])));
  if (!isMembers(value)) return undefined;
  return firstOf(
    Object.entries(value).map(([name, inner]) => {
      // An identifier within an IdentifierEntry is a text; proofs and contexts are none of this.
      if (name === 'proof' || name === '@context') return undefined;
      const wanted = Object.hasOwn(TYPE_OF, name) ? TYPE_OF[name] : undefined;
      const wrong = listOf(inner).find(
        (each) => wanted !== undefined && isMembers(each) && !hasType(each, wanted),
      );
      if (wrong !== undefined && isMembers(wrong))
        return problem(
          [...steps, name, 'type'],
          `${quoteText(typesOf(wrong).join(' '))} stands where ${wanted} belongs.`,
        );
      return checkTypes(inner, [...steps, name]);
    }),
  );
}

const firstOf = (found: readonly (CredentialsProblem | undefined)[]) =>
  found.find((each) => each !== undefined);

const problem = (steps: Steps, message: string): CredentialsProblem =>
  refuse('CREDENTIALS_BADGE_FORMAT', message, { at: toPointer(steps) });
