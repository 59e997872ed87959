import { byName, PUBLISHED_PACKS } from './library-files.ts';

/** By pack: the law with its words. A table of its own, which the list of results does without. */
export const PACK_FILES =
  PUBLISHED_PACKS ??
  byName(
    import.meta.glob<string>('../../../.cache/library/packs/*.json', {
      query: '?url',
      import: 'default',
      eager: true,
    }),
  );
