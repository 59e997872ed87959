import { defineConfig } from 'vitest/config';
import { floors, server } from './vitest.floors.ts';

/** Tests on both databases: the embedded one and a real PostgreSQL. They need a build, because workers run built files. */
export default defineConfig({
  ...floors,
  test: {
    server,
    include: ['**/*.db.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/build/**'],
    globalSetup: ['testing/setup/build.ts', 'testing/setup/data-folder.ts', 'testing/setup/postgres.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // Many of them wait for a product that starts, ends or is killed.
    maxWorkers: 3,
    // Modules are loaded once for all files of a worker; each file opens databases of its own.
    isolate: false,
  },
});
