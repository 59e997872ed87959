/**
 * The library as a browser takes it: parts that are loaded when they are needed. The vocabulary comes apart from the law, so that the
 * questions stand before the law has arrived; the law of every authority comes without its words, which no verdict rests on, and pack
 * by pack with them, for the page that shows it; the names of schools come with the search.
 */
import type { LibraryFile } from '@testamur/adapters/library';

/** By name: `law`, `packs/gb`, `labels/fr`. */
export type LibraryParts = Readonly<Record<string, unknown>>;

/** What a form does not show of a word. */
const DEFINITIONS = ['definition', 'standard'];
/** What no verdict, no cost and no length of a way rests on. */
const WORDS = [
  'cite',
  'text',
  'for',
  'label',
  'notes',
  'doubts',
  'sources',
  'openQuestions',
  'url',
  'readiness',
];
/** Lists that the portal knows to be empty where they are not there. */
const LISTS = ['scope', 'requirements', 'discretion', 'finally', 'requires', 'effects', 'uses'];

export function cutLibrary({ law, languages, registry, search }: LibraryFile): LibraryParts {
  const { schema, sections, codeLists, groups, commonSteps, packs } = law;
  return {
    vocabulary: without(DEFINITIONS, { schema: 'testamur/vocabulary/1', sections, codeLists, groups }),
    law: {
      schema,
      commonSteps,
      // What is alike stands together: so it travels in fewer bytes.
      ...without(WORDS, {
        packs: packs.map(
          ({ pack: { rules: _rules, routes: _routes, steps: _steps, tables: _tables, kind, ...head } }) =>
            kind === 'authority' ? head : { kind, ...head },
        ),
        rules: packs.map(({ pack }) => pack.rules),
        routes: packs.map(({ pack }) => pack.routes),
        steps: packs.map(({ pack }) => pack.steps),
        tables: packs.map(({ pack }) => pack.tables),
      }),
    },
    registry: { ...registry, schools: registry.schools.map(({ names: _names, ...school }) => school) },
    edition: {
      recordedUntil: latestRecord(law),
      hashes: Object.fromEntries(packs.map(({ hash, pack }) => [pack.pack, hash])),
    },
    search,
    ...Object.fromEntries(packs.map((each) => [`packs/${each.pack.pack}`, each])),
    ...Object.fromEntries(
      languages.map(({ language, labels }) => [`labels/${language}`, withoutDefinitions(labels)]),
    ),
  };
}

function without(left: readonly string[], value: object): object {
  return JSON.parse(
    JSON.stringify(value, (key, held: unknown) => {
      if (left.includes(key)) return undefined;
      // That a point is not researched is law; which question it leaves is words.
      if (key === 'notResearched' && left === WORDS) return '';
      // Without a day it says nothing.
      if (key === 'inForce' && Object.keys(held as object).length === 0) return undefined;
      // Of what the authority decides a list needs to know only that there is something.
      if (key === 'discretion' && Array.isArray(held) && held.length > 0) return held.map(() => ({}));
      return LISTS.includes(key) && Array.isArray(held) && held.length === 0 ? undefined : held;
    }),
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
