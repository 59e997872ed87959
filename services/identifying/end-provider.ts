import { organisationOf, type Platform, performAct, type Request } from '../authorising/index.ts';
import { type Answer, changed, type IdentifyingStores } from './identifying-act.ts';

/** From now on nobody signs in with it. Sessions that have begun go on, and accounts there stay linked. */
export function endProvider(platform: Platform<IdentifyingStores>, request: Request): Answer<null> {
  return performAct(
    platform,
    { act: 'identifying.end-provider', request, content: {} },
    async ({ providers }) =>
      changed(await providers.endProvider(organisationOf(request), request.at), 'provider'),
  );
}
