import { matchWord, type WordMatchKind } from './match-word.ts';
import { type EntryKind, type SchoolIndex, wordsOf } from './school-index.ts';

export type SearchOptions = {
  /** Only schools of this country (ISO 3166-1 alpha-2). */
  readonly country?: string;
  /** At most so many hits, 10 unless told. */
  readonly limit?: number;
};

/** Which word of the query met which word of the school's texts, and how. */
export type WordReason = {
  readonly query: string;
  readonly found: string;
  readonly in: EntryKind;
  readonly how: WordMatchKind;
};

export type SchoolHit<Id extends string = string> = {
  readonly id: Id;
  /** 0 to 1, three decimals: comparable within one answer only. */
  readonly score: number;
  /** The text that matched best; a hit by place only names the place. */
  readonly matchedOn: { readonly kind: EntryKind; readonly text: string };
  readonly words: readonly WordReason[];
};

const LONGEST_QUERY = 200;
const MOST_WORDS = 12;
const LEAST_RECALL = 0.5;
/** A word met in the town, or in another name of the school, says a little less than one met in the name itself. */
const ELSEWHERE: Readonly<Record<EntryKind, number>> = {
  ...{ name: 0.85, 'other-name': 0.85, initials: 0.85, city: 0.92, region: 0.88, country: 0.85 },
};
const ENTRY_FACTOR: Readonly<Record<EntryKind, number>> = {
  ...{ name: 1, 'other-name': 0.995, initials: 0.96, city: 0.7, region: 0.6, country: 0.5 },
};

const DOUBTFUL_FACTOR = 0.93;

type Touch = { readonly nearness: number; readonly word: number; readonly how: WordMatchKind };
/** Per word of the query, the best touch. */
type Touches = (Touch | undefined)[];
type Asked = { readonly text: string; readonly weight: number };

/**
 * The schools that the query may mean, best first; an empty list when nothing is near enough. Of a longer query the
 * first 200 characters and 12 words are read. Ties are broken by name and id, so the order never changes.
 *
 * @example searchSchools(index, 'Мечников', { limit: 3 })[0]?.matchedOn.text // 'North-Western State Medical University named after I.I. Mechnikov'
 */
export function searchSchools<Id extends string>(
  index: SchoolIndex<Id>,
  query: string,
  options: SearchOptions = {},
): readonly SchoolHit<Id>[] {
  const { asked, touchesByEntry } = lookUp(index, query);
  if (asked.length === 0) return [];
  const bySchool = new Map<number, number[]>();
  for (const entry of touchesByEntry.keys()) {
    const school = index.entries[entry]?.school ?? -1;
    if (options.country !== undefined && index.schools[school]?.country !== options.country) continue;
    const entries = bySchool.get(school);
    if (entries === undefined) bySchool.set(school, [entry]);
    else entries.push(entry);
  }
  const hits = [...bySchool].flatMap(
    ([school, entries]) => scoreSchool(index, school, entries, asked, touchesByEntry) ?? [],
  );
  const nameOf = (hit: SchoolHit<Id>) => hit.matchedOn.text;
  hits.sort((a, b) => b.score - a.score || compareText(nameOf(a), nameOf(b)) || compareText(a.id, b.id));
  return hits.slice(0, options.limit ?? 10);
}

function lookUp(
  index: SchoolIndex,
  query: string,
): { asked: readonly Asked[]; touchesByEntry: Map<number, Touches> } {
  const queried = uniqueByText(wordsOf(query.slice(0, LONGEST_QUERY))).slice(0, MOST_WORDS);
  const touchesByEntry = new Map<number, Touches>();
  const asked = queried.map((word, place) => {
    const matches = matchWord(index, word);
    let best = 0;
    let weight = rarity(index, 0);
    for (const match of matches) {
      const entries = index.words[match.word]?.entries ?? [];
      if (match.nearness > best) {
        best = match.nearness;
        weight = rarity(index, entries.length);
      }
      for (const entry of entries) {
        const touches =
          touchesByEntry.get(entry) ?? new Array<Touch | undefined>(queried.length).fill(undefined);
        touchesByEntry.set(entry, touches);
        if ((touches[place]?.nearness ?? 0) < match.nearness) touches[place] = match;
      }
    }
    return { text: word.text, weight };
  });
  return { asked, touchesByEntry };
}

/** How much a word tells: one that occurs in half of the names tells little, one that occurs once or never much. */
function rarity(index: SchoolIndex, occurrences: number): number {
  return Math.log(1 + index.nameCount / Math.max(1, occurrences));
}

type Found = { readonly touch: Touch; readonly entry: number; readonly value: number };

function scoreSchool<Id extends string>(
  index: SchoolIndex<Id>,
  school: number,
  entries: readonly number[],
  asked: readonly Asked[],
  touchesByEntry: ReadonlyMap<number, Touches>,
): SchoolHit<Id> | undefined {
  const id = index.schools[school]?.id;
  const doubt = index.schools[school]?.doubtful ? DOUBTFUL_FACTOR : 1;
  const elsewhere = asked.map((_, place) => bestElsewhere(index, entries, place, touchesByEntry));
  let best: { score: number; entry: number; found: readonly (Found | undefined)[] } | undefined;
  for (const entry of entries) {
    const touches = touchesByEntry.get(entry) ?? [];
    const found = asked.map((_, place) => better(ownTouch(entry, touches[place]), elsewhere[place]));
    const recall = shareOf(asked, (place) => found[place]?.value ?? 0);
    if (recall < LEAST_RECALL) continue;
    const fit = 0.8 + 0.2 * coverage(index, entry, touches);
    const score = recall * fit * factorOf(index, entry) * openingFactor(index, entry, touches) * doubt;
    if (best === undefined || score > best.score) best = { score, entry, found };
  }
  const text = index.entries[best?.entry ?? -1];
  if (best === undefined || text === undefined || id === undefined) return undefined;
  return {
    id,
    score: Math.round(best.score * 1000) / 1000,
    matchedOn: { kind: text.kind, text: text.text },
    words: best.found.flatMap((each, place) => reasonOf(index, asked[place]?.text ?? '', each)),
  };
}

function ownTouch(entry: number, touch: Touch | undefined): Found | undefined {
  return touch === undefined ? undefined : { touch, entry, value: touch.nearness };
}

function bestElsewhere(
  index: SchoolIndex,
  entries: readonly number[],
  place: number,
  touchesByEntry: ReadonlyMap<number, Touches>,
): Found | undefined {
  let best: Found | undefined;
  for (const entry of entries) {
    const touch = touchesByEntry.get(entry)?.[place];
    const kind = index.entries[entry]?.kind;
    if (touch === undefined || kind === undefined) continue;
    best = better(best, { touch, entry, value: touch.nearness * ELSEWHERE[kind] });
  }
  return best;
}

function better(one: Found | undefined, other: Found | undefined): Found | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.value > one.value ? other : one;
}

function shareOf(asked: readonly Asked[], valueAt: (place: number) => number): number {
  let met = 0;
  let all = 0;
  asked.forEach(({ weight }, place) => {
    met += weight * valueAt(place);
    all += weight;
  });
  return all === 0 ? 0 : met / all;
}

/** How much of the entry's own text the query accounts for: it lifts "Patna Medical College" over longer names. */
function coverage(index: SchoolIndex, entry: number, touches: Touches): number {
  let all = 0;
  for (const text of index.entries[entry]?.words ?? [])
    all += rarityOf(index, index.wordByText.get(text) ?? -1);
  let met = 0;
  for (const touch of touches) met += touch === undefined ? 0 : touch.nearness * rarityOf(index, touch.word);
  return all === 0 ? 0 : Math.min(1, met / all);
}

/** A name that opens with a word of the query is what people mostly mean: "bangalore med" is Bangalore Medical College. */
function openingFactor(index: SchoolIndex, entry: number, touches: Touches): number {
  const opening = index.wordByText.get(index.entries[entry]?.words[0] ?? '');
  return touches.some((touch) => touch?.word === opening) ? 1 : 0.96;
}

function rarityOf(index: SchoolIndex, word: number): number {
  return rarity(index, index.words[word]?.entries.length ?? 0);
}

function factorOf(index: SchoolIndex, entry: number): number {
  const kind = index.entries[entry]?.kind;
  return kind === undefined ? 0 : ENTRY_FACTOR[kind];
}

function reasonOf(index: SchoolIndex, query: string, found: Found | undefined): readonly WordReason[] {
  const word = found === undefined ? undefined : index.words[found.touch.word];
  const entry = found === undefined ? undefined : index.entries[found.entry];
  if (found === undefined || word === undefined || entry === undefined) return [];
  return [{ query, found: word.text, in: entry.kind, how: found.touch.how }];
}

function uniqueByText<T extends { readonly text: string }>(words: readonly T[]): readonly T[] {
  return words.filter((word, place) => words.findIndex((other) => other.text === word.text) === place);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
