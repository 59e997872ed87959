/** From which schools and citizenships doctors can reach an authority: the engine's question, asked about everybody by asking about few. */
import { type Day, formatDay } from '@testamur/engines/kernel';
import {
  type ReverseClass,
  type ReversePerson,
  type ReverseReach,
  reverseReach,
} from '@testamur/engines/planner';
import type { PreparedLaw } from '@testamur/engines/recognition';
import type { Library } from '../recognising/index.ts';
import { groupAlike } from './alike.ts';
import { classifyPlaces } from './classify-places.ts';
import { classifyYears, type YearQuestion } from './classify-years.ts';
import { rulesTowards } from './rules-towards.ts';
import { joinBlocks, tellBlocks, type Unit } from './tell-blocks.ts';
import { typicalDoctor } from './typical-doctor.ts';

export type ReachRequest = { readonly pack: string; readonly on: Day; readonly knownOn: Day };

/** A piece of the answer: schools of countries that the rules treat alike. `parts` is how many such pieces there are. */
export type ReachPart = {
  readonly parts: number;
  /** Those who were judged for all others. */
  readonly people: number;
  readonly classes: readonly ReverseClass[];
};

/** Graduates of so many years: whoever left school before is past working age. */
const YEARS_BACK = 40;

/** One part takes a second or a few. Throws when there is no such pack or part: a bug of the caller. */
export function reachPart(
  library: Library,
  { pack: id, on, knownOn }: ReachRequest,
  part: number,
): ReachPart {
  const pack = library.book.packs.find((each) => each.pack === id);
  if (pack === undefined) throw new Error(`No pack ${id}.`);
  const law = library.lawOf(on, knownOn);
  const towards = rulesTowards(law, pack);
  const places = classifyPlaces(codesOf(library), towards, law);
  const schools = places.schools[part];
  if (schools === undefined) throw new Error(`No part ${part} of ${places.schools.length}.`);
  const years = classifyYears(schools, towards, law, yearsAt(law));
  const units = places.citizenships.flatMap((citizenships) =>
    years.map((graduated) => ({
      schools,
      citizenships,
      graduated,
      asked: { school: schools[0] ?? '', citizenship: citizenships[0] ?? '', graduated: graduated.from },
    })),
  );
  const groups = groupAlike(units, { library, law, pack, towards });
  const { classes, people } = reverseReach({ law, pack: id, people: peopleOf(groups, library) });
  return { parts: places.schools.length, people, classes: tellBlocks(classes, groups) };
}

/** The whole answer, from all its parts. */
export const joinReach = (
  { pack, on }: Pick<ReachRequest, 'pack' | 'on'>,
  parts: readonly ReachPart[],
): ReverseReach => ({
  schema: 'testamur/reverse-reach/1',
  on: formatDay(on),
  pack,
  people: parts.reduce((sum, { people }) => sum + people, 0),
  classes: joinBlocks(parts.flatMap(({ classes }) => classes)),
});

/** Everything at once: for tests, and for whoever has the time. */
export function reachPack(library: Library, request: ReachRequest): ReverseReach {
  const first = reachPart(library, request, 0);
  const others = Array.from({ length: first.parts - 1 }, (_, index) =>
    reachPart(library, request, index + 1),
  );
  return joinReach(request, [first, ...others]);
}

function peopleOf(
  groups: readonly (readonly Unit[])[],
  { book, registry, view }: Library,
): readonly ReversePerson[] {
  const asked = groups.flatMap(([first]) => (first === undefined ? [] : [first.asked]));
  return asked.map((standing) => ({
    ...standing,
    person: {
      dossier: typicalDoctor(standing, book.vocabulary),
      schools: (school: string) => registry.schools.get(school),
      registry: view,
    },
  }));
}

function yearsAt({ on }: PreparedLaw): YearQuestion {
  const [year = 0, month = 1] = formatDay(on).split('-').map(Number);
  return { within: { from: year - YEARS_BACK, to: year - 1 }, now: { year, month } };
}

/** Schools where the registry has one, citizens of every state and territory. */
function codesOf({ registry, book }: Library) {
  const seats = new Set([...registry.schools.values()].map(({ country }) => country));
  const countries = book.vocabulary.codeLists.get('countries')?.entries ?? [];
  return { schools: [...seats].sort(), citizenships: countries.map(({ code }) => code).sort() };
}
