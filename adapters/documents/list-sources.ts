import type { Citation } from '@testamur/engines/kernel';
import type { Source } from '@testamur/engines/recognition';
import type { Pointer, PrintedSource, Text } from './document.ts';
import { showDay } from './show-values.ts';
import type { Speech } from './words/say.ts';
import type { WordKey } from './words/words.ts';

/** As much of a pack as names its sources: their ids are private to it, or to those that it uses. */
export type SourcePack = {
  readonly pack: string;
  readonly uses: readonly string[];
  readonly sources: readonly Source[];
};

export type SourceList = {
  /** `written`: the id of the rule or step that cites. Equal sources get equal numbers. */
  point(cites: readonly Citation[], written: string): readonly Pointer[];
  list(): readonly PrintedSource[];
};

const GRADES: Readonly<Record<Citation['grade'], WordKey>> = {
  A: 'gradeA',
  B: 'gradeB',
  C: 'gradeC',
  D: 'gradeD',
};

/** Numbers what is cited in the order in which it is met. */
export function listSources(packs: readonly SourcePack[], speech: Speech): SourceList {
  const found = new Map<string, PrintedSource>();
  const point = (cite: Citation, home: SourcePack | undefined): Pointer => {
    const source = findSource(cite.source, home, packs);
    const { locator, ...whole } = cite;
    const key = JSON.stringify([source?.title, whole]);
    const printed = found.get(key) ?? describe(cite, source, found.size + 1, speech);
    found.set(key, printed);
    return { number: printed.number, locator: { text: locator, lang: langOf(cite, source) } };
  };
  return {
    point: (cites, written) => {
      const home = packOf(written, packs);
      const pointers = cites.map((cite) => point(cite, home));
      return [...new Map(pointers.map((each) => [`${each.number} ${each.locator.text}`, each])).values()];
    },
    list: () => [...found.values()],
  };
}

/** The pack with the longest name that begins the id. */
function packOf(id: string, packs: readonly SourcePack[]): SourcePack | undefined {
  const bare = id.replace(/^step\./, '');
  return [...packs]
    .sort((a, b) => b.pack.length - a.pack.length)
    .find(({ pack }) => bare.startsWith(`${pack}.`));
}

/** Its own pack first, then those it uses, then any. */
function findSource(
  id: string,
  home: SourcePack | undefined,
  packs: readonly SourcePack[],
): Source | undefined {
  const used = packs.filter(({ pack }) => home?.uses.includes(pack));
  return [...(home ? [home] : []), ...used, ...packs]
    .flatMap(({ sources }) => sources)
    .find(({ source }) => source === id);
}

const langOf = (cite: Citation, source: Source | undefined): string =>
  cite.translation === undefined ? (cite.lang ?? source?.lang ?? 'en') : 'en';

function describe(cite: Citation, source: Source | undefined, number: number, speech: Speech): PrintedSource {
  const { say, inWords } = speech;
  const inSource = (text: string): Text => ({ text, lang: source?.lang ?? 'en' });
  const day = (key: WordKey, on: string | undefined): readonly Text[] =>
    on === undefined ? [] : [inWords(say(key, { day: showDay(on, speech) }))];
  const url = cite.url ?? source?.url;
  const title = source?.title ?? cite.source;
  const citation = cite.citation ?? source?.citation;
  return {
    number,
    title: inSource(title),
    ...(url === undefined ? {} : { url }),
    details: [
      ...(source === undefined ? [] : [inSource(`${source.publisher}.`)]),
      ...(citation === undefined || citation === title ? [] : [inSource(`${citation}.`)]),
      ...day('published', cite.published ?? source?.published),
      ...day('inForce', cite.inForceFrom),
      ...(cite.seen === 'undated' ? [inWords(say('seenUndated'))] : day('seen', cite.seen)),
      ...(cite.translation === 'own' ? [inWords(say('translationOwn'))] : []),
      ...(cite.translation === 'official' ? [inWords(say('translationOfficial'))] : []),
      inWords(say(GRADES[cite.grade])),
    ],
  };
}
