/** For Vite: the catalogues are taken apart while the portal is built, and a fault in one stops the build. */
import { compileCatalogue } from './compile-message.ts';

export const catalogues = {
  name: 'testamur-catalogues',
  enforce: 'pre' as const,
  transform(code: string, id: string): { readonly code: string; readonly map: null } | undefined {
    if (!/\/language\/catalogues\/[a-z]+\/[a-z-]+\.json$/.test(id)) return undefined;
    return { code: JSON.stringify(compileCatalogue(JSON.parse(code))), map: null };
  },
};
