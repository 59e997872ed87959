import { readPlace } from './address.ts';
import type { Locale } from './languages.ts';
import { ROOT } from './root.ts';

/** In a browser, outside of components: the language of the address. A page never changes it. */
export const pageLocale = (): Locale => readPlace(location.pathname.slice(ROOT.length)).locale;
