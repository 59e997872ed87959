import { defineConfig } from 'vitest/config';

/** Tests on both databases: the embedded one and a real PostgreSQL. They need a build, because workers run built files. */
export default defineConfig({
  resolve: { conditions: ['testamur-source', 'node'] },
  ssr: { resolve: { conditions: ['testamur-source', 'node'] } },
  test: {
    include: ['**/*.db.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/build/**'],
    globalSetup: ['testing/setup/build.ts', 'testing/setup/data-folder.ts', 'testing/setup/postgres.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    // Modules are loaded once for all files of a worker; each file opens databases of its own.
    isolate: false,
  },
});
