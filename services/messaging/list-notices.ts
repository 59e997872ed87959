import { ok } from '@testamur/engines/kernel';
import { actorOf, performAct, type Request } from '../authorising/index.ts';
import type { Notice } from './message-store.ts';
import type { Answer, MessagingPlatform } from './messaging-act.ts';

const MOST = 100;

/** The newest notices to oneself, without those of kinds that one has switched off in the portal. */
export function listNotices(platform: MessagingPlatform, request: Request): Answer<readonly Notice[]> {
  return performAct(
    platform,
    { act: 'messaging.list-notices', request, content: {} },
    async ({ messages, preferences }) => {
      const said = await preferences.list(actorOf(request));
      const isOff = (kind: string) =>
        said.some((one) => one.kind === kind && one.channel === 'portal' && !one.isWanted);
      const notices = await messages.listNotices(actorOf(request), MOST);
      return ok(notices.filter((notice) => !isOff(notice.kind)));
    },
  );
}
