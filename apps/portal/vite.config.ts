import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { catalogues } from './src/lib/language/catalogue-plugin.ts';

export default defineConfig({
  plugins: [catalogues, sveltekit()],
  // The browser's bundle is made from the sources of the floors; on the server the built floors are used, one instance with the API.
  resolve: { conditions: ['testamur-source', 'module', 'browser', 'development|production'] },
  // What the library is cut into stays files: the content security policy lets no page fetch a data: address.
  build: { assetsInlineLimit: 0 },
  worker: { format: 'es', plugins: () => [catalogues] },
  ssr: { external: ['@testamur/engines', '@testamur/services'] },
});
