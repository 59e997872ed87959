import { createRequire } from 'node:module';

const manifest = createRequire(import.meta.url)('@testamur/server/package.json') as { version: string };

/** The release, as its package says. */
export const VERSION = manifest.version;
