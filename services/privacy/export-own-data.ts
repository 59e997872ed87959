import { err, ok } from '@testamur/engines/kernel';
import { actorOf, performAct, type Request } from '../authorising/index.ts';
import { notFound } from './errors.ts';
import type { Answer, PrivacyPlatform } from './privacy-act.ts';
import { type PersonalExport, writeExport } from './write-export.ts';

/**
 * Everything that is kept about oneself, with what GDPR 15(1) wants told of it, in a form that programs read (20). Hashes of secrets are left
 * out: they say nothing, and would serve a thief of the file.
 */
export function exportOwnData(platform: PrivacyPlatform, request: Request): Answer<PersonalExport> {
  const person = actorOf(request);
  return performAct(
    platform,
    { act: 'privacy.export-own-data', request, content: { person } },
    async ({ privacy }) => {
      const tables = await privacy.collect(person);
      if ((tables['people'] ?? []).length === 0) return err(notFound('person'));
      return ok(writeExport(person, request.at, tables));
    },
  );
}
