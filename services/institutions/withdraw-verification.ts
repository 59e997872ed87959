import { err, ok } from '@testamur/engines/kernel';
import { organisationOf, type Platform, type Request, readLine, type Uuid } from '../authorising/index.ts';
import { type LeafStores, performPublicAct } from '../publishing/index.ts';
import { notFound } from './errors.ts';
import type { Answer, InstitutionStores } from './institution-act.ts';

/** Takes a verification of one's own organisation back. It stays readable, with when and why it was withdrawn. */
export async function withdrawVerification(
  platform: Platform<InstitutionStores & LeafStores>,
  request: Request,
  given: { readonly verificationId: Uuid; readonly reason: string },
): Answer<{ readonly leafId: Uuid }> {
  const reason = readLine(given.reason, 'reason', 2_000);
  if (!reason.ok) return reason;
  return performPublicAct(
    platform,
    { act: 'institutions.withdraw-verification', request, content: given },
    async ({ institutions }) => {
      const why = { reason: reason.value, at: request.at };
      const met = await institutions.withdrawVerification(organisationOf(request), given.verificationId, why);
      if (met === 0) return err(notFound('verification that stands'));
      const open = { verification: given.verificationId };
      return ok({ value: {}, leaf: { open, hidden: { reason: reason.value } } });
    },
  );
}
