import { err, ok } from '@testamur/engines/kernel';
import {
  actorOf,
  organisationOf,
  type Platform,
  type Request,
  readLine,
  type Uuid,
} from '../authorising/index.ts';
import { type LeafStores, performPublicAct } from '../publishing/index.ts';
import { notFound, refuse } from './errors.ts';
import type { Answer, InstitutionStores } from './institution-act.ts';
import type { VerificationMethod } from './institution-store.ts';

export type VerificationGiven = {
  readonly subject: Uuid;
  readonly method: VerificationMethod;
  /** What was looked at: a register and its number, a letter and its date. */
  readonly evidence: string;
};

/** What this room needs to know of declared interests. */
export type InterestsDeclared = {
  listInterests(organisation: Uuid): Promise<readonly { readonly personId: Uuid; readonly subject: Uuid }[]>;
};

/** Says that an organisation is what it claims to be, and how that was checked. Whoever has an interest in it may not. */
export async function verifyOrganisation(
  platform: Platform<InstitutionStores & LeafStores & { readonly people: InterestsDeclared }>,
  request: Request,
  given: VerificationGiven,
): Answer<{ readonly verificationId: Uuid; readonly leafId: Uuid }> {
  const evidence = readLine(given.evidence, 'evidence', 2_000);
  if (!evidence.ok) return evidence;
  const verificationId = platform.newId();
  return performPublicAct(
    platform,
    { act: 'institutions.verify-organisation', request, content: given },
    async ({ institutions, people }) => {
      const [by, verifiedBy] = [organisationOf(request), actorOf(request)];
      const subject = await institutions.find(given.subject);
      if (!subject || subject.kind === 'personal') return err(notFound('organisation'));
      const interests = await people.listInterests(by);
      if (interests.some((one) => one.personId === verifiedBy && one.subject === given.subject))
        return err(interested());
      await institutions.addVerification({
        verificationId,
        by,
        ...given,
        evidence: evidence.value,
        verifiedBy,
        verifiedAt: request.at,
      });
      const { organisation, kind, name, country } = subject;
      const about = { organisation, kind, name, ...(country === undefined ? {} : { country }) };
      const open = { verification: verificationId, subject: about, method: given.method };
      return ok({ value: { verificationId }, leaf: { open, hidden: { evidence: evidence.value } } });
    },
  );
}

const interested = () =>
  refuse(
    'INSTITUTIONS_CONFLICT_OF_INTEREST',
    'You have declared an interest in this organisation.',
    'Leave its verification to a colleague.',
  );
