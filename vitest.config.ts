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
    testTimeout: 20_000,
  },
});
