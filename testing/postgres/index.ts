import type {} from '../provided-context.ts';

export { copyDataFolder } from './prepare-data-folder.ts';
export { type RunningPostgres, startPostgres } from './start-postgres.ts';
