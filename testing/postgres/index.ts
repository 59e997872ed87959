import type {} from '../provided-context.ts';

export { type RunningPostgres, startPostgres } from './start-postgres.ts';
