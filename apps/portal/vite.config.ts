import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [sveltekit()],
  // The browser's bundle is made from the sources of the floors; on the server the built floors are used, one instance with the API.
  resolve: { conditions: ['testamur-source', 'module', 'browser', 'development|production'] },
  ssr: { external: ['@testamur/engines', '@testamur/services'] },
});
