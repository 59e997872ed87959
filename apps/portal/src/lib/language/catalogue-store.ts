/** The catalogues that are loaded. In a browser those of one language only, and of the areas that its pages have needed so far. */
import type { CompiledCatalogue, CompiledMessage } from './compiled-message.ts';
import type { Locale } from './languages.ts';
import type { Area, MessageKey } from './messages.ts';

/** A browser knows the addresses of what pages with script need; the others are complete as they come from the server. */
const files = import.meta.env.SSR
  ? import.meta.glob<CompiledCatalogue>('./catalogues/*/*.json', { import: 'default' })
  : import.meta.glob<CompiledCatalogue>(
      './catalogues/*/{common,errors,home,dossier,results,route,compare,take-along,phrases}.json',
      { import: 'default' },
    );
const loaded = new Map<string, CompiledCatalogue>();

const fileOf = (locale: Locale, area: string): string => `./catalogues/${locale}/${area}.json`;

export async function loadAreas(locale: Locale, areas: readonly Area[]): Promise<void> {
  const missing = areas.map((area) => fileOf(locale, area)).filter((file) => !loaded.has(file));
  await Promise.all(
    missing.map(async (file) => {
      const catalogue = await files[file]?.();
      if (catalogue !== undefined) loaded.set(file, catalogue);
    }),
  );
}

export function findMessage(locale: Locale, key: MessageKey): CompiledMessage | undefined {
  const dot = key.indexOf('.');
  return loaded.get(fileOf(locale, key.slice(0, dot)))?.[key.slice(dot + 1)];
}
