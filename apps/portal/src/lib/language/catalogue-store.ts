/** The catalogues that are loaded. In a browser those of one language only, and of the areas that its pages have needed so far. */
import type { CompiledCatalogue, CompiledMessage } from './compiled-message.ts';
import type { Locale } from './languages.ts';
import type { Area, MessageKey } from './messages.ts';

/** An area, or the words of it that the list of results says before what is loaded after it. */
export type Part = Area | 'results?first' | 'dossier?first';

/**
 * A browser knows the addresses of what the pages of a dossier need, and where to ask for those of rarer pages with script; the others are
 * complete as they come from the server.
 */
const files = import.meta.env.SSR
  ? import.meta.glob<CompiledCatalogue>('./catalogues/*/*.json', { import: 'default' })
  : import.meta.glob<CompiledCatalogue>(
      './catalogues/*/{common,errors,home,dossier,results,route,compare}.json',
      { import: 'default' },
    );
const firsts = import.meta.env.SSR
  ? {}
  : import.meta.glob<CompiledCatalogue>('./catalogues/*/{results,dossier}.json', {
      import: 'default',
      query: '?first',
    });
const rarer = async () => (import.meta.env.SSR ? {} : (await import('./rarer-catalogues.ts')).RARER);
const loaded = new Map<string, CompiledCatalogue>();

const fileOf = (locale: Locale, area: string): string => `./catalogues/${locale}/${area}.json`;

export async function loadAreas(locale: Locale, parts: readonly Part[]): Promise<void> {
  await Promise.all(parts.map((part) => loadPart(locale, part)));
}

async function loadPart(locale: Locale, part: Part): Promise<void> {
  const [area = '', first] = part.split('?');
  const file = fileOf(locale, area);
  if (loaded.has(file)) return;
  // The server has every catalogue at hand, whole.
  const isFirst = first !== undefined && !import.meta.env.SSR;
  const name = isFirst ? `${file}?first` : file;
  if (loaded.has(name)) return;
  const load = isFirst ? firsts[file] : (files[file] ?? (await rarer())[file]);
  const catalogue = await load?.();
  if (catalogue !== undefined) loaded.set(name, catalogue);
}

export function findMessage(locale: Locale, key: MessageKey): CompiledMessage | undefined {
  const dot = key.indexOf('.');
  const file = fileOf(locale, key.slice(0, dot));
  const name = key.slice(dot + 1);
  return loaded.get(file)?.[name] ?? loaded.get(`${file}?first`)?.[name];
}
