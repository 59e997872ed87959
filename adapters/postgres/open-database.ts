import { ok, type Result } from '@testamur/engines/kernel';
import type { PersonKeys } from '@testamur/services/privacy';
import type { Database } from './database.ts';
import { type EmbeddedOptions, openEmbedded } from './embedded/open-embedded.ts';
import type { PostgresProblem } from './errors.ts';
import { NO_KEYS } from './sealing/no-keys.ts';
import { openServer, type ServerOptions } from './server/open-server.ts';

export type KeyOptions = {
  /** Under which what is written about people is enciphered. Without them no act can write or read anything about people. */
  readonly personKeys?: PersonKeys;
};
export type DatabaseOptions = KeyOptions &
  (({ readonly kind: 'embedded' } & EmbeddedOptions) | ({ readonly kind: 'server' } & ServerOptions));

/**
 * Opens the one store of the product: a PostgreSQL server, or the PostgreSQL that is built in, with its files in a data folder.
 *
 * @example
 * const opened = await openDatabase({ kind: 'embedded', folder: './data' });
 * if (!opened.ok) return stop(opened.error.message);
 * const sets = await opened.value.read(listReferenceSets);
 */
export async function openDatabase(options: DatabaseOptions): Promise<Result<Database, PostgresProblem>> {
  const opened = await (options.kind === 'embedded' ? openEmbedded(options) : openServer(options));
  return opened.ok ? ok({ ...opened.value, keys: options.personKeys ?? NO_KEYS }) : opened;
}
