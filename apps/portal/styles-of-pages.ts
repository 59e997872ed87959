/**
 * For Vite: names in the manifest, for each page, the styles of all that it imports. SvelteKit looks them up from import to import and
 * follows each later part on its way; a style that a later part needs too is then taken for that part's and missing from the page.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

type Chunk = { readonly imports?: readonly string[]; readonly css?: readonly string[] };
type Manifest = Readonly<Record<string, Chunk>>;

const PAGE = /\/client-optimized\/nodes\/\d+\.js$/;

export function withStylesOfImports(manifest: Manifest): Manifest {
  const stylesOf = (page: string): readonly string[] => {
    const seen = new Set<string>();
    const styles = new Set<string>();
    const visit = (name: string): void => {
      if (seen.has(name)) return;
      seen.add(name);
      const chunk = manifest[name];
      for (const each of chunk?.imports ?? []) visit(each);
      // What is imported comes first: a page may overrule it.
      for (const each of chunk?.css ?? []) styles.add(each);
    };
    visit(page);
    return [...styles];
  };
  return Object.fromEntries(
    Object.entries(manifest).map(([name, chunk]) => [
      name,
      PAGE.test(name) ? { ...chunk, css: stylesOf(name) } : chunk,
    ]),
  );
}

export function stylesOfPages(): Plugin {
  return {
    name: 'testamur-styles-of-pages',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir }) {
        const file = path.join(dir ?? '', '.vite/manifest.json');
        if (!existsSync(file)) return;
        const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
        writeFileSync(file, JSON.stringify(withStylesOfImports(manifest), null, 2));
      },
    },
  };
}
