import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { groupChunks } from './group-chunks.ts';
import { catalogues } from './src/lib/language/catalogue-plugin.ts';
import { stylesOfPages } from './styles-of-pages.ts';

/** A table of what each part asks for weighs more than the short wait it saves: the page names its parts itself, and later ones are kept. */
const onlyStyles = (_file: string, needed: readonly string[]): string[] =>
  needed.filter((each) => each.endsWith('.css'));

export default defineConfig({
  plugins: [catalogues, groupChunks(), stylesOfPages(), sveltekit()],
  // The browser's bundle is made from the sources of the floors; on the server the built floors are used, one instance with the API.
  resolve: { conditions: ['testamur-source', 'module', 'browser', 'development|production'] },
  // What the library is cut into stays files: the content security policy lets no page fetch a data: address.
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false, resolveDependencies: onlyStyles } },
  worker: { format: 'es', plugins: () => [catalogues] },
  ssr: { external: ['@testamur/engines', '@testamur/services'] },
});
