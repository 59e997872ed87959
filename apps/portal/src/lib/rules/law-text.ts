/** Names and texts of the law are in the language of the packs: on a page in another language they say so. */
import { type Locale, SOURCE } from '../language/languages.ts';

type Attributes = { readonly lang?: string; readonly dir?: 'ltr' };

/** Attributes for an element that holds such a text: `<p {...lawText(locale)}>`. */
export const lawText = (locale: Locale): Attributes =>
  locale === SOURCE ? {} : { lang: SOURCE, dir: 'ltr' };
