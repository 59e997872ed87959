import { err, ok } from '@testamur/engines/kernel';
import { performAct, type Request, readLine, type Uuid } from '../authorising/index.ts';
import { notFound } from './errors.ts';
import type { Answer, PrivacyPlatform } from './privacy-act.ts';
import { type PersonalExport, writeExport } from './write-export.ts';

/** The same export, made at the console for somebody who asks by letter. */
export async function exportPerson(
  platform: PrivacyPlatform,
  request: Request,
  given: { readonly personId: Uuid; readonly reason: string },
): Answer<PersonalExport> {
  const reason = readLine(given.reason, 'reason', 2_000);
  if (!reason.ok) return reason;
  const { personId } = given;
  return performAct(
    platform,
    {
      act: 'privacy.export-person',
      request: { ...request, subject: personId, reason: reason.value },
      content: given,
    },
    async ({ privacy }) => {
      const tables = await privacy.collect(personId);
      if ((tables['people'] ?? []).length === 0) return err(notFound('person'));
      return ok(writeExport(personId, request.at, tables));
    },
  );
}
