/**
 * Where the browser finds the library: files that the build cut from it, each with its hash in its name, so that a copy in the
 * cache is never out of date and never asked for again.
 */
export const LIBRARY_FILES = {
  vocabulary: new URL('../../../.cache/library/vocabulary.json', import.meta.url).href,
  law: new URL('../../../.cache/library/law.json', import.meta.url).href,
  registry: new URL('../../../.cache/library/registry.json', import.meta.url).href,
  world: new URL('../../../.cache/library/world.json', import.meta.url).href,
  samples: new URL('../../../.cache/library/samples.json', import.meta.url).href,
  search: new URL('../../../.cache/library/search.json', import.meta.url).href,
} as const;

export async function loadFile<T>(url: string): Promise<T> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as T;
}
