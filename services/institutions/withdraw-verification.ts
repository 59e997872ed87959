import { err, ok } from '@testamur/engines/kernel';
import { organisationOf, performAct, type Request, readLine, type Uuid } from '../authorising/index.ts';
import { notFound } from './errors.ts';
import type { Answer, InstitutionPlatform } from './institution-act.ts';

/** Takes a verification of one's own organisation back. It stays readable, with when and why it was withdrawn. */
export async function withdrawVerification(
  platform: InstitutionPlatform,
  request: Request,
  given: { readonly verificationId: Uuid; readonly reason: string },
): Answer<null> {
  const reason = readLine(given.reason, 'reason', 2_000);
  if (!reason.ok) return reason;
  return performAct(
    platform,
    { act: 'institutions.withdraw-verification', request, content: given },
    async ({ institutions }) => {
      const why = { reason: reason.value, at: request.at };
      const met = await institutions.withdrawVerification(organisationOf(request), given.verificationId, why);
      return met === 0 ? err(notFound('verification that stands')) : ok(null);
    },
  );
}
