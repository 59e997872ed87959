import path from 'node:path';
import { readLibrary } from '@testamur/adapters/library';
import { openDatabase } from '@testamur/adapters/postgres';
import type { FastifyInstance } from 'fastify';
import { createServer as createVite } from 'vite';
import { openServerPlatform } from '../../apps/server/src/acting/server-platform.ts';
import { readConfiguration } from '../../apps/server/src/configuration.ts';
import { createServer } from '../../apps/server/src/create-server.ts';
import { openHaltSwitch } from '../../apps/server/src/halting/halt-switch.ts';
import { listen } from '../../apps/server/src/listen.ts';
import { openTelemetry } from '../../apps/server/src/observing/open-telemetry.ts';
import { openKeys } from '../../apps/server/src/open-keys.ts';
import { callApiInProcess } from '../../apps/server/src/portal/call-api.ts';
import type { NodeHandler } from '../../apps/server/src/portal/mount-portal.ts';
import { dependenciesOf } from '../../apps/server/src/readiness/dependencies.ts';
import { makeReadiness } from '../../apps/server/src/readiness/readiness.ts';
import { seedLibrary } from '../../apps/server/src/seed-library.ts';
import { VERSION } from '../../apps/server/src/version.ts';

const root = path.resolve(import.meta.dirname, '../..');
const portal = path.join(root, 'apps/portal');

/** Pages come from Vite, whose event platform is empty: the services go through a global name instead. */
async function loadVite(app: FastifyInstance): Promise<NodeHandler> {
  Object.assign(globalThis, { testamurServices: { callApi: callApiInProcess(app), library } });
  process.chdir(portal);
  const vite = await createVite({
    root: portal,
    // The content security policy allows our own origin only, so the hot updates come over the same server.
    server: { middlewareMode: true, hmr: { server: app.server }, fs: { allow: [root] } },
    appType: 'custom',
  });
  return (request, response, next) => vite.middlewares(request, response, next);
}

function expect<T>(
  result: { ok: true; value: T } | { ok: false; error: { message: string; hint?: string } },
): T {
  if (result.ok) return result.value;
  console.error(result.error.message, result.error.hint ?? '');
  process.exit(1);
}

const configuration = expect(readConfiguration(process.env, root));
const personKeys = expect(openKeys(configuration)).keys;
const database = expect(
  await openDatabase(
    configuration.databaseUrl
      ? { kind: 'server', url: configuration.databaseUrl, personKeys }
      : { kind: 'embedded', folder: configuration.dataFolder, personKeys },
  ),
);
const library = expect(readLibrary());
expect(await seedLibrary(database, library));
const telemetry = await openTelemetry({ ...configuration, version: VERSION });
const halt = openHaltSwitch(database, configuration.haltFile);
const readiness = makeReadiness(dependenciesOf(database, configuration.dataFolder));
const platform = expect(await openServerPlatform(database, { halt }));
const app = await createServer({
  ...{ configuration, database, library, platform, version: VERSION, telemetry, halt, readiness },
  log: undefined,
  loadPortal: loadVite,
});
console.log(`Testamur, for development: ${expect(await listen(app, configuration))}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    app.server.closeAllConnections();
    void app
      .close()
      .then(() => database.close())
      .then(() => process.exit(0));
  });
}
