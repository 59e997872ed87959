/** The structure of a credential (VC Data Model 2.0 section 4, and 1.1 where others still issue it): one named code for each rule. */
import type { Json } from '@testamur/engines/kernel';
import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../contexts/pinned-contexts.ts';
import { type CredentialsCode, type CredentialsProblem, refuse } from '../errors.ts';
import { parseInstant } from './instant.ts';
import { isMembers, isUrl, listOf, type Members, typesOf } from './members.ts';

type Rule = (document: Members) => CredentialsProblem | undefined;

/** The first rule that is not kept. @param document untrusted */
export function checkCredential(document: Members): CredentialsProblem | undefined {
  return firstProblem(document, [
    checkContext,
    checkType('VerifiableCredential'),
    checkId,
    checkIssuer,
    checkSubject,
    checkDates,
    checkParts,
    checkStatus,
    checkSchema,
    checkRelated,
    checkWords,
  ]);
}

/** A presentation (section 4.13). @param document untrusted */
export function checkPresentation(document: Members): CredentialsProblem | undefined {
  return firstProblem(document, [
    checkContext,
    checkType('VerifiablePresentation'),
    checkId,
    checkHolder,
    checkPresented,
    checkParts,
  ]);
}

function firstProblem(document: Members, rules: readonly Rule[]): CredentialsProblem | undefined {
  for (const rule of rules) {
    const found = rule(document);
    if (found !== undefined) return found;
  }
  return undefined;
}

export const isFirstVersion = (document: Members): boolean =>
  listOf(document['@context'])[0] === CREDENTIALS_V1;

function checkContext(document: Members): CredentialsProblem | undefined {
  const contexts = document['@context'];
  const first = Array.isArray(contexts) ? (contexts as readonly Json[])[0] : undefined;
  if (first !== CREDENTIALS_V2 && first !== CREDENTIALS_V1)
    return problem(
      'CREDENTIALS_CONTEXT_FIRST',
      '@context',
      'The list of contexts does not begin with that of Verifiable Credentials.',
    );
  const others = (contexts as readonly Json[]).slice(1);
  return others.every((context) => isMembers(context) || isUrl(context))
    ? undefined
    : problem('CREDENTIALS_CONTEXT_FIRST', '@context', 'A context is neither an address nor an object.');
}

const checkType =
  (type: string): Rule =>
  (document) => {
    const types = typesOf(document);
    if (
      types.length > 0 &&
      types.every((each) => typeof each === 'string' && each !== '') &&
      types.includes(type)
    )
      return undefined;
    return problem('CREDENTIALS_TYPE_MISSING', 'type', `The type does not say ${type}.`);
  };

function checkId({ id }: Members): CredentialsProblem | undefined {
  return id === undefined || isUrl(id)
    ? undefined
    : problem('CREDENTIALS_ID_FORMAT', 'id', 'The id is no URL.');
}

function checkIssuer({ issuer }: Members): CredentialsProblem | undefined {
  return isUrl(idOf(issuer))
    ? undefined
    : problem('CREDENTIALS_ISSUER_FORMAT', 'issuer', 'The issuer is not named by a URL.');
}

function checkHolder({ holder }: Members): CredentialsProblem | undefined {
  if (holder === undefined || isUrl(idOf(holder))) return undefined;
  return problem('CREDENTIALS_PRESENTATION_FORMAT', 'holder', 'The holder is not named by a URL.');
}

/** The name of somebody, given alone or as the `id` of an object. */
export const idOf = (value: Json | undefined): Json | undefined => (isMembers(value) ? value['id'] : value);

function checkSubject({ credentialSubject }: Members): CredentialsProblem | undefined {
  const subjects = listOf(credentialSubject);
  if (subjects.length === 0)
    return problem('CREDENTIALS_SUBJECT_FORMAT', 'credentialSubject', 'There is no subject.');
  for (const subject of subjects) {
    if (!isMembers(subject) || Object.keys(subject).length === 0)
      return problem('CREDENTIALS_SUBJECT_FORMAT', 'credentialSubject', 'A subject says nothing.');
    if (subject['id'] !== undefined && !isUrl(subject['id']))
      return problem('CREDENTIALS_ID_FORMAT', 'credentialSubject', 'The id of a subject is no URL.');
  }
  return undefined;
}

export type Validity = { readonly from?: number; readonly until?: number };

/** From when to when, in milliseconds since 1970; the names of 1.1 where the document is of it. */
export function validityOf(document: Members): Validity {
  const [from, until] = (
    isFirstVersion(document) ? ['issuanceDate', 'expirationDate'] : ['validFrom', 'validUntil']
  ).map((name) => (document[name] === undefined ? undefined : parseInstant(document[name])));
  return { ...(from?.ok ? { from: from.value } : {}), ...(until?.ok ? { until: until.value } : {}) };
}

function checkDates(document: Members): CredentialsProblem | undefined {
  for (const name of ['validFrom', 'validUntil', 'issuanceDate', 'expirationDate', 'awardedDate'])
    if (document[name] !== undefined && !parseInstant(document[name]).ok)
      return problem('CREDENTIALS_DATE_FORMAT', name, `${name} is not a date, a time and an offset.`);
  if (isFirstVersion(document) && document['issuanceDate'] === undefined)
    return problem(
      'CREDENTIALS_DATE_FORMAT',
      'issuanceDate',
      'The date of issue is missing, which version 1.1 asks for.',
    );
  const { from, until } = validityOf(document);
  return from !== undefined && until !== undefined && until < from
    ? problem('CREDENTIALS_DATE_ORDER', 'validUntil', 'It ends before it begins.')
    : undefined;
}

function checkParts(document: Members): CredentialsProblem | undefined {
  for (const name of ['evidence', 'termsOfUse', 'refreshService', 'proof'])
    for (const part of listOf(document[name])) {
      const isGood =
        isMembers(part) &&
        typesOf(part).length > 0 &&
        typesOf(part).every((type) => typeof type === 'string');
      const code = name === 'proof' ? 'CREDENTIALS_PROOF_FORMAT' : 'CREDENTIALS_PART_FORMAT';
      if (!isGood) return problem(code, name, `${name} has no type.`);
      if (name !== 'proof' && part['id'] !== undefined && !isUrl(part['id']))
        return problem('CREDENTIALS_ID_FORMAT', name, `The id of ${name} is no URL.`);
    }
  return undefined;
}

function checkStatus({ credentialStatus }: Members): CredentialsProblem | undefined {
  for (const entry of listOf(credentialStatus)) {
    const isGood = isMembers(entry) && typesOf(entry).some((type) => typeof type === 'string');
    if (!isGood) return problem('CREDENTIALS_STATUS_FORMAT', 'credentialStatus', 'A status has no type.');
    if (entry['id'] !== undefined && !isUrl(entry['id']))
      return problem('CREDENTIALS_ID_FORMAT', 'credentialStatus', 'The id of a status is no URL.');
  }
  return undefined;
}

function checkSchema({ credentialSchema }: Members): CredentialsProblem | undefined {
  for (const entry of listOf(credentialSchema)) {
    const isGood =
      isMembers(entry) && isUrl(entry['id']) && typesOf(entry).some((type) => typeof type === 'string');
    if (!isGood)
      return problem(
        'CREDENTIALS_SCHEMA_FORMAT',
        'credentialSchema',
        'A schema has no id that is a URL, or no type.',
      );
  }
  return undefined;
}

function checkRelated({ relatedResource }: Members): CredentialsProblem | undefined {
  const seen = new Set<Json>();
  for (const resource of listOf(relatedResource)) {
    const { id, digestSRI, digestMultibase } = isMembers(resource) ? resource : {};
    const isGood = isUrl(id) && (typeof digestSRI === 'string' || typeof digestMultibase === 'string');
    if (!isGood || seen.has(id))
      return problem(
        'CREDENTIALS_RELATED_FORMAT',
        'relatedResource',
        'A related resource has no id or no digest, or stands twice.',
      );
    seen.add(id);
  }
  return undefined;
}

/** Section 11.1: plain text, or texts with their language and direction. */
function checkWords(document: Members): CredentialsProblem | undefined {
  for (const name of ['name', 'description']) {
    const values = listOf(document[name]);
    if (
      values.every((value) => typeof value === 'string' || isLanguageText(value)) &&
      (document[name] === undefined || values.length > 0)
    )
      continue;
    return problem('CREDENTIALS_PART_FORMAT', name, `${name} is no text, and no text with its language.`);
  }
  return undefined;
}

function isLanguageText(value: Json): boolean {
  if (!isMembers(value) || typeof value['@value'] !== 'string') return false;
  const { '@language': language, '@direction': direction } = value;
  const names = Object.keys(value).every((name) => ['@value', '@language', '@direction'].includes(name));
  const isTag =
    language === undefined ||
    (typeof language === 'string' && /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/u.test(language));
  return names && isTag && (direction === undefined || direction === 'ltr' || direction === 'rtl');
}

function checkPresented({ verifiableCredential }: Members): CredentialsProblem | undefined {
  const isGood = listOf(verifiableCredential).every(
    (each) => isMembers(each) && Object.keys(each).length > 0 && each['@context'] !== undefined,
  );
  return isGood
    ? undefined
    : problem(
        'CREDENTIALS_PRESENTATION_FORMAT',
        'verifiableCredential',
        'What is presented is no credential.',
      );
}

const problem = (code: CredentialsCode, name: string, message: string): CredentialsProblem =>
  refuse(code, message, { at: `/${name}` });
