/** Who would stand otherwise if a changed pack were the law: invented people under both, and the smallest dossier that tells them apart. */
import type { Day } from '@testamur/engines/kernel';
import {
  type AffectedReport,
  type Dossier,
  findWitnesses,
  type LawBook,
  openAffected,
  type RegistryView,
  type SchoolLookup,
  type WitnessSearch,
} from '@testamur/engines/recognition';

export type AffectedAsk = {
  readonly before: LawBook;
  readonly after: LawBook;
  /** The pack that is changed. */
  readonly pack: string;
  readonly on: Day;
  readonly people: number;
  readonly seed: number;
  /** Dossiers of stories: some of the people are like them. */
  readonly models: readonly Dossier[];
  readonly schools: SchoolLookup;
  readonly registry: RegistryView;
};

export type WhoIsAffected = Pick<AffectedReport, 'on' | 'people' | 'routes' | 'untouched'> & {
  readonly seed: number;
  readonly witnesses: readonly WitnessSearch[];
};

/** Yields how many people have been judged, so that whoever runs it can rest and tell. */
export function* judgePeople(ask: AffectedAsk): Generator<number, WhoIsAffected> {
  const { before, after, pack, on, people, seed, models, schools, registry } = ask;
  const run = openAffected({ before, after, packs: packsOn(pack, after), on, schools, registry });
  if (run.routes > 0) {
    const draw = run.draw(seed, models);
    for (let index = 0; index < people; index += 1) {
      if (index % BATCH === 0) yield index;
      draw(`${index + 1}`);
    }
  }
  const { searches } = findWitnesses({
    before,
    after,
    pack,
    on,
    onlyThisDay: true,
    tries: TRIES,
    seed,
    people: models,
  });
  const { routes, untouched, people: judged } = run.report();
  return { on: run.report().on, people: judged, routes, untouched, seed, witnesses: searches };
}

const BATCH = 50;
const TRIES = 96;

/** The pack, and every pack that rests on it. */
function packsOn(pack: string, { packs }: LawBook): readonly string[] {
  const found = new Set([pack]);
  for (const id of found) for (const each of packs) if (each.uses.includes(id)) found.add(each.pack);
  return [...found];
}
