import { ok } from '@testamur/engines/kernel';
import { actorOf, performAct, type Request } from '../authorising/index.ts';
import { CHANNELS, SWITCHABLE_KINDS } from './message-kinds.ts';
import type { Preference } from './message-store.ts';
import type { Answer, MessagingPlatform } from './messaging-act.ts';

/** Everything that can be switched, as it stands: what one has not said is wanted. */
export function listPreferences(
  platform: MessagingPlatform,
  request: Request,
): Answer<readonly Preference[]> {
  return performAct(
    platform,
    { act: 'messaging.list-preferences', request, content: {} },
    async ({ preferences }) => {
      // Programs and machines are told of nothing, so there is nothing to switch.
      if (request.actor.kind !== 'person') return ok([]);
      const said = await preferences.list(actorOf(request));
      return ok(
        SWITCHABLE_KINDS.flatMap((kind) =>
          CHANNELS.map(
            (channel) =>
              said.find((one) => one.kind === kind && one.channel === channel) ?? {
                kind,
                channel,
                isWanted: true,
              },
          ),
        ),
      );
    },
  );
}
