import { err, ok } from '@testamur/engines/kernel';
import { performAct, type Request, readLine, type Uuid } from '../authorising/index.ts';
import { type ErasureReceipt, settleErasure, writeErasureReceipt } from './erasure-receipt.ts';
import { notFound } from './errors.ts';
import type { Answer, KeyedPlatform } from './privacy-act.ts';

/**
 * Carries out at the console what was granted, or asked for by letter by somebody who cannot sign in. The reason is kept in the audit trail; an
 * organisation may be left without an administrator, which the caller has looked at.
 */
export async function erasePerson(
  platform: KeyedPlatform,
  request: Request,
  given: { readonly personId: Uuid; readonly reason: string },
): Answer<ErasureReceipt> {
  const reason = readLine(given.reason, 'reason', 2_000);
  if (!reason.ok) return reason;
  const erasureId = platform.newId();
  const { personId } = given;
  const done = await performAct(
    platform,
    {
      act: 'privacy.erase-person',
      request: { ...request, subject: personId, reason: reason.value },
      content: given,
    },
    async ({ privacy }) => {
      const erasure = { erasureId, personId, askedBy: 'console', at: request.at } as const;
      const erased = await privacy.erase(erasure);
      return erased.subjects.length === 0 ? err(notFound('person')) : ok({ erasure, erased });
    },
  );
  if (!done.ok) return done;
  settleErasure(platform, done.value.erased.subjects);
  return ok(writeErasureReceipt(done.value.erasure, done.value.erased));
}
