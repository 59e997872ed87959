import { err, ok } from '@testamur/engines/kernel';
import { actorOf, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { type ErasureReceipt, settleErasure, writeErasureReceipt } from './erasure-receipt.ts';
import { notFound, refuse } from './errors.ts';
import type { Answer, KeyedPlatform } from './privacy-act.ts';

/**
 * Erases oneself, at once. The person is named, so that a page left open by somebody else erases nobody. First the rows, in one transaction, then the
 * key: whoever dies between the two leaves the erasure on record, and every start settles what is on record.
 */
export async function eraseSelf(
  platform: KeyedPlatform,
  request: Request,
  given: { readonly personId: Uuid },
): Answer<ErasureReceipt> {
  const erasureId = platform.newId();
  const done = await performAct(
    platform,
    { act: 'privacy.erase-self', request, content: given },
    async ({ privacy }) => {
      const personId = actorOf(request);
      if (given.personId !== personId) return err(notFound('person'));
      const alone = await privacy.listSoleAdministrations(personId);
      if (alone.length > 0) return err(lastAdministrator(alone.length));
      const erasure = { erasureId, personId, askedBy: 'person', at: request.at } as const;
      const erased = await privacy.erase(erasure);
      return erased.subjects.length === 0 ? err(notFound('person')) : ok({ erasure, erased });
    },
  );
  if (!done.ok) return done;
  settleErasure(platform, done.value.erased.subjects);
  return ok(writeErasureReceipt(done.value.erasure, done.value.erased));
}

/** No refusal: nothing is decided. What stands in the way can be moved by herself, or looked at by a person. */
const lastAdministrator = (organisations: number) =>
  refuse(
    'PRIVACY_LAST_ADMINISTRATOR',
    `You are the only administrator of ${organisations === 1 ? 'an organisation' : `${organisations} organisations`}. Nothing was erased.`,
    'Make somebody else administrator first, or send a request for erasure: a person decides it.',
  );
