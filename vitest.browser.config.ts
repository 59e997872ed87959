import { defineConfig } from 'vitest/config';

/** Tests in Chromium against the running product. */
export default defineConfig({
  resolve: { conditions: ['testamur-source', 'node'] },
  ssr: { resolve: { conditions: ['testamur-source', 'node'] } },
  test: {
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
