/**
 * The library as a browser takes it: parts that are loaded when they are needed. The vocabulary comes apart from the law, so that the
 * questions stand before the law has arrived; the law of every authority comes without its words, which no verdict rests on, and pack
 * by pack with them, for the page that shows it; the names of schools come with the search.
 */
import type { LibraryFile } from '@testamur/adapters/library';

/** By name: `law`, `packs/gb`, `labels/fr`. */
export type LibraryParts = Readonly<Record<string, unknown>>;

/** What a form does not show of a word. */
const DEFINITIONS = { definition: '', standard: '' };
/** What no verdict, no cost and no length of a way rests on. */
const WORDS = { cite: [], text: '', notes: [], sources: [], openQuestions: [] };

export function cutLibrary({ law, languages, registry, search }: LibraryFile): LibraryParts {
  const { schema, sections, codeLists, groups, commonSteps, packs } = law;
  return {
    vocabulary: without(DEFINITIONS, { schema: 'testamur/vocabulary/1', sections, codeLists, groups }),
    law: {
      schema,
      commonSteps,
      // The hash stays that of the whole pack.
      packs: packs.map(({ hash, pack }) => ({ hash, pack: without(WORDS, pack) })),
    },
    registry: { ...registry, schools: registry.schools.map(({ names: _names, ...school }) => school) },
    edition: { recordedUntil: latestRecord(law) },
    search,
    ...Object.fromEntries(packs.map((each) => [`packs/${each.pack.pack}`, each])),
    ...Object.fromEntries(
      languages.map(({ language, labels }) => [`labels/${language}`, withoutDefinitions(labels)]),
    ),
  };
}

function without(emptied: Readonly<Record<string, unknown>>, value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, held: unknown) => (Object.hasOwn(emptied, key) ? emptied[key] : held)),
  );
}

const withoutDefinitions = (labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(labels).filter(([id]) => !id.endsWith('/definition')));

/** The day on which the law was last written to. */
function latestRecord({ packs }: LibraryFile['law']): string | undefined {
  return packs
    .flatMap(({ pack }) => pack.rules.flatMap(({ versions }) => versions.map(({ recordedAt }) => recordedAt)))
    .sort()
    .at(-1);
}
