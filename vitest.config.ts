import { defineConfig } from 'vitest/config';
import { SlowFirst } from './testing/slow-first.ts';
import { floors, server } from './vitest.floors.ts';

/** Unit and property tests: pure, no database, no browser, no network. */
export default defineConfig({
  ...floors,
  test: {
    server,
    include: ['**/*.test.ts'],
    exclude: [
      '**/node_modules/**',
      '**/dist/**',
      '**/build/**',
      '**/.svelte-kit/**',
      '**/*.db.test.ts',
      '**/*.browser.test.ts',
    ],
    // One worker fewer than cores leaves half of a small machine idle.
    maxWorkers: '100%',
    // No test leaves anything behind that another could meet, so modules are loaded once for all files of a worker.
    isolate: false,
    // A busy machine is no fault of a test: only what hangs is stopped.
    testTimeout: 400_000,
    sequence: { sequencer: SlowFirst },
    setupFiles: ['testing/seeded-properties.ts'],
  },
});
