import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [sveltekit()],
  // The browser's bundle is made from the sources of the floors; on the server the built floors are used, one instance with the API.
  resolve: { conditions: ['testamur-source', 'module', 'browser', 'development|production'] },
  // What the library is cut into stays files: the content security policy lets no page fetch a data: address.
  build: { assetsInlineLimit: 0 },
  worker: { format: 'es' },
  ssr: { external: ['@testamur/engines', '@testamur/services'] },
});
