import { ok } from '@testamur/engines/kernel';
import { actorOf, performAct, type Request } from '../authorising/index.ts';
import type { Answer, PrivacyPlatform } from './privacy-act.ts';
import type { RequestFound } from './privacy-store.ts';
import { type RequestState, stateOf } from './request-state.ts';

export type RequestShown = RequestFound & { readonly state: RequestState };

/** What one asked for, and how it stands. */
export function listOwnRequests(
  platform: PrivacyPlatform,
  request: Request,
): Answer<readonly RequestShown[]> {
  return performAct(
    platform,
    { act: 'privacy.list-own-requests', request, content: {} },
    async ({ privacy }) =>
      ok((await privacy.listOwnRequests(actorOf(request))).map((one) => ({ ...one, state: stateOf(one) }))),
  );
}
