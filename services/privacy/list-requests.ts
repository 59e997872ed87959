import { ok } from '@testamur/engines/kernel';
import { performAct, type Request } from '../authorising/index.ts';
import type { RequestShown } from './list-own-requests.ts';
import type { Answer, PrivacyPlatform } from './privacy-act.ts';
import { stateOf } from './request-state.ts';

/** What everybody asked for, oldest first. GDPR 12(3): an answer within a month. */
export function listRequests(platform: PrivacyPlatform, request: Request): Answer<readonly RequestShown[]> {
  return performAct(platform, { act: 'privacy.list-requests', request, content: {} }, async ({ privacy }) =>
    ok((await privacy.listRequests()).map((one) => ({ ...one, state: stateOf(one) }))),
  );
}
