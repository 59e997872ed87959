import { byName } from './library-files.ts';

/** By pack: what a verdict does not rest on. A table of its own, which the list of results does without. */
export const NOTES_FILES = byName(
  import.meta.glob<string>('../../../.cache/library/notes/*.json', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
);
