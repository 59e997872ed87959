/** A degree in medicine, out of a credential that was verified: what was signed, and what the registry knows of its issuer. */
import { err, type Json, ok, type Result } from '@testamur/engines/kernel';
import type { Dossier } from '@testamur/engines/recognition';
import { refuse, type VerifyingProblem } from './errors.ts';
import type { IssuerFound } from './issuer-list.ts';

type Members = { readonly [name: string]: Json };

/** Achievement types of Open Badges 3.0 that are degrees. */
const DEGREES = new Set([
  'BachelorDegree',
  'MasterDegree',
  'DoctoralDegree',
  'ProfessionalDoctorate',
  'Degree',
]);
/** ISCED-F 2013, detailed field 0912: medicine. */
const MEDICINE = '0912';

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value as Json];

/**
 * The dossier that the credential proves: one qualification, with evidence of the highest grade. Nothing is guessed from a title: the
 * credential must say that it is a degree and, by the code of ISCED-F, that it is in medicine. Whether it is the first one there is left unknown.
 */
export function readDegree(
  document: Members,
  { issuer, awardedOn }: { readonly issuer: IssuerFound; readonly awardedOn: string },
): Result<Dossier, VerifyingProblem> {
  const achievements = listOf(document['credentialSubject']).flatMap((subject) =>
    isMembers(subject) ? listOf(subject['achievement']) : [],
  );
  const [only, ...more] = achievements.filter(isMembers);
  if (only === undefined || more.length > 0 || !isDegree(only))
    return err(
      refuse(
        'VERIFYING_NO_DEGREE',
        'It does not say, in a form that programs read, that it is a degree in medicine.',
        'Open Badges 3.0: an achievementType that is a degree, and an alignment with the code 0912 of ISCED-F.',
      ),
    );
  return ok({
    schema: 'testamur/dossier/1',
    qualifications: [
      {
        id: 'credential',
        evidence: 'credential',
        school: issuer.school,
        awardedOn,
      },
    ],
  });
}

const isDegree = (achievement: Members): boolean =>
  DEGREES.has(String(achievement['achievementType'])) &&
  listOf(achievement['alignment']).some(
    (each) =>
      isMembers(each) && each['targetCode'] === MEDICINE && /ISCED/u.test(String(each['targetFramework'])),
  );
