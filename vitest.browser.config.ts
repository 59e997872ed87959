import { defineConfig } from 'vitest/config';
import { floors, server } from './vitest.floors.ts';

/** Tests in Chromium against the running product. */
export default defineConfig({
  ...floors,
  test: {
    server,
    include: ['**/*.browser.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/build/**'],
    globalSetup: ['testing/setup/build.ts', 'testing/setup/data-folder.ts', 'testing/setup/product.ts'],
    testTimeout: 400_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    // Modules are loaded once for all files; each file starts a browser of its own.
    isolate: false,
  },
});
