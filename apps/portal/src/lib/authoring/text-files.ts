import { byName } from '../worker/library-files.ts';

/** By pack: its files as its authors wrote them. */
export const TEXT_FILES = byName(
  import.meta.glob<string>('../../../.cache/library/authoring/*.json', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
);
