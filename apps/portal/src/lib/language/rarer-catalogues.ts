import type { CompiledCatalogue } from './compiled-message.ts';

/** Where the catalogues are that no page of a dossier waits for. */
export const RARER = import.meta.glob<CompiledCatalogue>(
  './catalogues/*/{take-along,phrases,rules,authoring,account,notices,offline,organisations,privacy,public-log,rights}.json',
  { import: 'default' },
);
