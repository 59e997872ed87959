import { err, ok } from '@testamur/engines/kernel';
import { actorOf, performAct, type Request, readText, type Uuid, unusable } from '../authorising/index.ts';
import type { Answer, PrivacyPlatform } from './privacy-act.ts';
import { REQUEST_KINDS, type RequestKind } from './privacy-store.ts';

/** Asks for what a person has to decide: everything that one cannot do oneself, an objection (GDPR 21), a human look at a refusal (22). */
export async function sendRequest(
  platform: PrivacyPlatform,
  request: Request,
  given: { readonly kind: RequestKind; readonly statement: string },
): Answer<{ readonly requestId: Uuid }> {
  const statement = readText(given.statement, 'statement', 2_000);
  if (!statement.ok) return statement;
  if (!REQUEST_KINDS.includes(given.kind)) return err(unusable('kind', 'It is none of those there are.'));
  const requestId = platform.newId();
  return performAct(
    platform,
    { act: 'privacy.send-request', request, content: { kind: given.kind } },
    async ({ privacy }) => {
      await privacy.addRequest({
        requestId,
        personId: actorOf(request),
        kind: given.kind,
        statement: statement.value,
        sentAt: request.at,
      });
      return ok({ requestId });
    },
  );
}
