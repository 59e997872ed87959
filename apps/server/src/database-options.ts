import type { DatabaseOptions } from '@testamur/adapters/postgres';
import type { Configuration } from './configuration.ts';

/** The one store that the configuration names. */
export const databaseOptions = (configuration: Configuration): DatabaseOptions =>
  configuration.databaseUrl
    ? { kind: 'server', url: configuration.databaseUrl, connections: configuration.databaseConnections }
    : { kind: 'embedded', folder: configuration.dataFolder };
