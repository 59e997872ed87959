import { error } from '@sveltejs/kit';
import { buildSchoolIndex, type SchoolIndex, unpackSearchFile } from '@testamur/engines/matching';
import { englishWords, type LawBook, type Pack, type Step, type Words } from '@testamur/engines/recognition';
import type { Registry } from '@testamur/engines/recognition/registry';
import { type LawFile, unpackLawFile, unpackRegistryFile } from '@testamur/services/recognising';
import type { ReferenceLibrary } from './library.ts';
import type { CountryRecord, RegulatorRecord, SchoolRecord, SourceCard } from './records.ts';

/** The library with what pages look up in it by id. */
export type Reference = {
  readonly law: LawFile;
  readonly book: LawBook;
  /** In the language of the law, whatever that of the page. */
  readonly sourceBook: LawBook;
  readonly words: Words;
  readonly packs: ReadonlyMap<string, { readonly pack: Pack; readonly hash: string }>;
  readonly steps: ReadonlyMap<string, Step>;
  /** Agencies, recognisers and decisions, by day. */
  readonly registry: Registry;
  readonly schools: ReadonlyMap<string, SchoolRecord>;
  readonly countries: ReadonlyMap<string, string>;
  readonly regulators: readonly RegulatorRecord[];
  readonly sources: ReadonlyMap<string, SourceCard>;
  readonly library: ReferenceLibrary;
  /** Some tenths of a second the first time. */
  readonly schoolIndex: () => SchoolIndex;
};

const opened = new WeakMap<ReferenceLibrary, Reference>();

/** Opens the library once; every later call gets the same. */
export function openReference(locals: App.Locals): Reference {
  const library = locals.services?.library;
  if (library === undefined) error(503, 'The rules are not loaded. Wait a moment and load the page again.');
  const known = opened.get(library);
  if (known !== undefined) return known;
  const reference = makeReference(library);
  opened.set(library, reference);
  return reference;
}

function makeReference(library: ReferenceLibrary): Reference {
  const { law } = library;
  const book = unpackLawFile(law);
  const countries = library.countries as readonly CountryRecord[];
  const sources = library.sources as readonly SourceCard[];
  const schools = library.sets.find(({ name }) => name === 'schools')?.items ?? [];
  const steps = [...book.commonSteps, ...book.packs.flatMap((pack) => pack.steps)];
  let index: SchoolIndex | undefined;
  return {
    law,
    book,
    sourceBook: book,
    words: wordsOf(book),
    packs: new Map(law.packs.map((entry) => [entry.pack.pack, entry])),
    steps: new Map(steps.map((step) => [step.step, step])),
    registry: unpackRegistryFile(library.registry),
    schools: new Map(schools.map(({ id, body }) => [id, body as SchoolRecord])),
    countries: new Map(countries.map(({ code, name }) => [code, name])),
    regulators: library.regulators as readonly RegulatorRecord[],
    sources: new Map(sources.map((card) => [card.id, card])),
    library,
    schoolIndex: () => {
      const { schools, places } = unpackSearchFile(library.search);
      index ??= buildSchoolIndex(schools, places);
      return index;
    },
  };
}

function wordsOf({ vocabulary, packs }: LawBook): Words {
  const titles = new Map(packs.flatMap((pack) => pack.rules.map((rule) => [rule.rule, rule.title] as const)));
  return englishWords(vocabulary, (rule) => titles.get(rule) ?? rule);
}
