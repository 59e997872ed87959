/**
 * For Vite: the catalogues are taken apart while the portal is built, and a fault in one stops the build. `results.json?first` holds
 * the words that the list of results needs at once.
 */
import { compileCatalogue } from './compile-message.ts';
import { firstWords } from './first-words.ts';

const CATALOGUE = /\/language\/catalogues\/[a-z]+\/([a-z-]+)\.json(\?first)?$/;

type Made = { readonly code: string; readonly map: null; readonly moduleType?: 'js' };

export const catalogues = {
  name: 'testamur-catalogues',
  enforce: 'pre' as const,
  transform(code: string, id: string): Made | undefined {
    const [file, area = '', isFirst] = CATALOGUE.exec(id) ?? [];
    if (file === undefined) return undefined;
    const whole: Readonly<Record<string, string>> = JSON.parse(code);
    if (isFirst === undefined) return { code: JSON.stringify(compileCatalogue(whole)), map: null };
    const first = JSON.stringify(compileCatalogue(pickFirst(whole, area)));
    return { code: `export default ${first}`, map: null, moduleType: 'js' };
  },
};

function pickFirst(whole: Readonly<Record<string, string>>, area: string): Record<string, string> {
  const first = firstWords();
  return Object.fromEntries(Object.entries(whole).filter(([key]) => first.has(`${area}.${key}`)));
}
