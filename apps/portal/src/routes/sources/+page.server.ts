import { LANGUAGES } from '$lib/language/languages.ts';
import { openReference } from '$lib/reference/open-reference.ts';

export function load({ locals }) {
  const { sources, packs } = openReference(locals);
  const entries = [...packs.values()].map(({ pack }) => ({
    id: pack.pack,
    name: pack.name,
    count: pack.sources.length,
  }));
  return {
    cards: [...sources.values()],
    packs: entries.sort((a, b) => a.name.localeCompare(b.name, LANGUAGES[locals.locale].format)),
  };
}
