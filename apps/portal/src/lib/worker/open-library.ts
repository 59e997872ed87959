import { buildSchoolIndex, type SearchFile, unpackSearchFile } from '@testamur/engines/matching';
import { type LawFile, openLibrary, type RegistryFile } from '@testamur/services/recognising';
import { LIBRARY_FILES, loadFile } from './library-files.ts';

/** Starts the work at the first call and keeps what came of it; a failure is not kept, so that the next call tries again. */
export function onceLoaded<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= load().catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
}

export const lawFile = onceLoaded(() => loadFile<LawFile>(LIBRARY_FILES.law));

export const library = onceLoaded(async () => {
  const [law, registry] = await Promise.all([lawFile(), loadFile<RegistryFile>(LIBRARY_FILES.registry)]);
  return openLibrary(law, registry);
});

export const schoolIndex = onceLoaded(async () => {
  const { schools, places } = unpackSearchFile(await loadFile<SearchFile>(LIBRARY_FILES.search));
  return {
    index: buildSchoolIndex(schools, places),
    byId: new Map(schools.map((school) => [school.id, school])),
  };
});
