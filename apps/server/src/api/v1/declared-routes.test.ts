import { describe, expect, it } from 'vitest';
import { makeSmallApi } from '../small-api.fixture.ts';
import { PLATFORM_ROUTES } from './all-routes.ts';

/** What anybody may ask without an account: law, registry, the public log, judgements on what is sent and kept nowhere. */
const OPEN =
  /^\/api\/(health|assess|documents|packs|law|log|rules|agreements|policies|vocabulary|reach|plan|agencies|registry|schools|schemas|openapi\.json|v1\/verifications|v1\/vc|\*)/;

describe('every route of the interface', () => {
  it('is either declared with its acts, or one of those that touch no record of a tenant', async () => {
    const { app, routes } = await makeSmallApi();
    const declared = new Set(PLATFORM_ROUTES.map(({ url }) => `/api/v1${url}`));
    const loose = routes.map(({ url }) => url).filter((url) => !declared.has(url) && !OPEN.test(url));
    expect([...new Set(loose)]).toEqual([]);
    expect(routes.filter(({ url }) => declared.has(url)).length).toBeGreaterThanOrEqual(
      PLATFORM_ROUTES.length,
    );
    await app.close();
  });
});
