import type { Result } from '@testamur/engines/kernel';
import type { Database } from './database.ts';
import { type EmbeddedOptions, openEmbedded } from './embedded/open-embedded.ts';
import type { PostgresProblem } from './errors.ts';
import { openServer, type ServerOptions } from './server/open-server.ts';

export type DatabaseOptions =
  | ({ readonly kind: 'embedded' } & EmbeddedOptions)
  | ({ readonly kind: 'server' } & ServerOptions);

/**
 * Opens the one store of the product: a PostgreSQL server, or the PostgreSQL that is built in, with its files in a data folder.
 *
 * @example
 * const opened = await openDatabase({ kind: 'embedded', folder: './data' });
 * if (!opened.ok) return stop(opened.error.message);
 * const sets = await opened.value.read(listReferenceSets);
 */
export async function openDatabase(options: DatabaseOptions): Promise<Result<Database, PostgresProblem>> {
  return options.kind === 'embedded' ? openEmbedded(options) : openServer(options);
}
