import { defineConfig } from 'vitest/config';

/** Unit and property tests: pure, no database, no browser, no network. They read every floor from source. */
export default defineConfig({
  resolve: { conditions: ['testamur-source', 'node'] },
  ssr: { resolve: { conditions: ['testamur-source', 'node'] } },
  test: {
    include: ['**/*.test.ts'],
    exclude: [
      '**/node_modules/**',
      '**/dist/**',
      '**/build/**',
      '**/.svelte-kit/**',
      '**/*.db.test.ts',
      '**/*.browser.test.ts',
    ],
    // A busy machine is no fault of a test: only what hangs is stopped.
    testTimeout: 120_000,
    setupFiles: ['testing/seeded-properties.ts'],
  },
});
