/**
 * Who is affected when one version of the law takes the place of another: how each route stands for each person under both. Routes of
 * which nothing that they rest on differs are not judged: no answer on them can change. People are judged by columns, some thousands at
 * a time; whatever rests on the same in both versions is found once (`../crowd`).
 */
import { type Day, formatDay } from '../../kernel/index.ts';
import type { LawBook } from '../assess/prepare-law.ts';
import { ALWAYS_KNOWN } from '../cases/bench.ts';
import { type Crowd, empty, enter, factsAt, newCrowd, ROOM } from '../crowd/crowd.ts';
import { openCrowdLaw } from '../crowd/crowd-law.ts';
import { drawCrowd } from '../crowd/draw-crowd.ts';
import { newValueLeaves } from '../crowd/value-leaves.ts';
import { onlyUsed } from '../diff/find-witnesses.ts';
import { buildFacts, type SchoolLookup } from '../facts/build-facts.ts';
import type { Dossier } from '../facts/dossier.ts';
import type { Facts } from '../language/facts.ts';
import { dossierOfFacts } from '../population/dossier-of-facts.ts';
import { type Reach, reachIn } from '../population/reach.ts';
import { resolveLaw } from '../query/resolve-query.ts';
import type { RegistryView } from '../reference/scope.ts';
import { modelsOf } from './models.ts';
import type { AffectedReport, Standing } from './report.ts';
import { type Asked, askedRoutes } from './routes.ts';
import { type Side, tallyCrowd } from './tally.ts';

export type AffectedInput = {
  readonly before: LawBook;
  readonly after: LawBook;
  readonly packs: readonly string[];
  readonly on: Day;
  readonly schools: SchoolLookup;
  readonly registry: RegistryView;
  /** Also routes that cannot have changed: their numbers are wanted, or their cost. */
  readonly everyRoute?: boolean;
};

/** A change of one person on one route, to be explained. */
export type Affected = {
  readonly person: string;
  readonly dossier: Dossier;
  readonly pack: string;
  readonly route: string;
  readonly before: Standing;
  readonly after: Standing;
};

export type AffectedRun = {
  /** Judges one more person. */
  readonly add: (person: string, dossier: Dossier) => void;
  /**
   * Draws people around the cut points of what changed, some of them like those given. Each call adds one to those judged, and gives
   * what tells of her as a dossier, until the next one is drawn.
   */
  readonly draw: (seed: number, models: readonly Dossier[]) => (person: string) => () => Dossier;
  readonly report: () => Omit<AffectedReport, 'samples'>;
  /** The first few people of each change of each route. */
  readonly samples: () => readonly Affected[];
  /** Routes that are judged. */
  readonly routes: number;
};

type Person = { readonly id: string; readonly dossier: Dossier | undefined; readonly row: number };

export function openAffected(input: AffectedInput): AffectedRun {
  const { on, schools, registry } = input;
  const books = [narrow(input.before, input.packs), narrow(input.after, input.packs)] as const;
  const [before, after] = books;
  const reach = [rememberedReach(before), rememberedReach(after)] as const;
  const { all, asked } = askedRoutes(input, books, reach);
  const sameWords =
    JSON.stringify([...before.vocabulary.sections]) === JSON.stringify([...after.vocabulary.sections]);
  const crowd = newCrowd([before.vocabulary, after.vocabulary]);
  const crowds = [crowd, sameWords ? crowd : newCrowd([after.vocabulary])] as const;
  const sides = openSides(books, crowds, asked, { on, registry, reach, sameWords });
  const kept: Affected[] = [];
  const people: Person[] = [];
  let judged = 0;
  const factsUnder = (dossier: Dossier, basis: number, side: 0 | 1): Facts =>
    buildFacts({ dossier, basis, vocabulary: books[side].vocabulary, schools, zone: 'Etc/UTC', on });
  const dossierOf = ({ dossier, row }: Person): Dossier =>
    dossier ?? dossierOfFacts(factsAt(row, crowd.columns), before.vocabulary);
  const judge = (): void => {
    if (people.length === 0) return;
    const changes = tallyCrowd({ asked, sides, crowd, firstRows: people.map(({ row }) => row) });
    for (const { at, pack, route, ...change } of changes) {
      const person = people[at] as Person;
      kept.push({ person: person.id, dossier: dossierOf(person), pack, route, ...change });
    }
    judged += people.length;
    people.length = 0;
    for (const each of new Set(crowds)) empty(each);
  };
  const makeRoom = (rows: number): void => {
    if (crowd.size + rows > ROOM) judge();
  };
  const add: AffectedRun['add'] = (id, dossier) => {
    const bases = dossier.qualifications?.length ? dossier.qualifications.map((_, index) => index) : [-1];
    makeRoom(bases.length);
    people.push({ id, dossier, row: crowd.size });
    for (const basis of bases) {
      enter(factsUnder(dossier, basis, 0), crowd);
      if (!sameWords) enter(factsUnder(dossier, basis, 1), crowds[1]);
    }
  };
  return {
    add,
    draw: (seed, models) => {
      const vocabulary = after.vocabulary;
      const told = (draft: Facts, side: 0 | 1 = 1): Facts => {
        const dossier = dossierOfFacts(draft, vocabulary);
        return factsUnder(dossier, (dossier.qualifications?.length ?? 0) - 1, side);
      };
      const drawn = modelsOf({ books, reach, asked, laws: sides.map(({ law }) => law), seed });
      const given = models.map((dossier) =>
        factsUnder(dossier, (dossier.qualifications?.length ?? 0) - 1, 1),
      );
      const target: Crowd = sameWords ? crowd : newCrowd([after.vocabulary, before.vocabulary]);
      const next = drawCrowd({
        crowd: target,
        ...drawn,
        models: [...given, ...drawn.steered].map((facts) => told(facts)),
        told,
      });
      return (id) => {
        if (sameWords) {
          makeRoom(1);
          const person = { id, dossier: undefined, row: next() };
          people.push(person);
          return () => dossierOf(person);
        }
        empty(target);
        const dossier = dossierOfFacts(factsAt(next(), target.columns), drawn.vocabulary);
        add(id, dossier);
        return () => dossier;
      };
    },
    routes: asked.length,
    samples: () => {
      judge();
      return kept;
    },
    report: () => {
      judge();
      return {
        schema: 'testamur/affected/1',
        on: formatDay(on),
        people: judged,
        routes: asked.filter(({ transitions }) => transitions.size > 0).map((each) => each.report()),
        untouched: all - asked.length,
      };
    },
  };
}

type Setting = {
  readonly on: Day;
  readonly registry: RegistryView;
  readonly reach: readonly [ReachOfTwo, ReachOfTwo];
  readonly sameWords: boolean;
};
type ReachOfTwo = ReturnType<typeof reachIn>;

function openSides(
  books: readonly [LawBook, LawBook],
  crowds: readonly [Crowd, Crowd],
  asked: readonly Asked[],
  { on, registry, reach, sameWords }: Setting,
): readonly [Side, Side] {
  const shared = [new Map(), new Map()];
  const leaves = crowds.map((crowd) => newValueLeaves(crowd, registry));
  const open = (index: 0 | 1): Side => {
    const { packs, vocabulary, commonSteps } = books[index];
    const place = sameWords ? 0 : index;
    const law = resolveLaw(packs, vocabulary, commonSteps, { on, knownOn: ALWAYS_KNOWN });
    const { route } = openCrowdLaw({
      ...{ law, vocabulary, registry, crowd: crowds[index], reach: reach[index] },
      ...{ leaves: leaves[place] as (typeof leaves)[0], shared: shared[place] as Map<string, never> },
    });
    const mine = asked.filter((each) => (index === 0 ? each.old : each.now));
    return { law, routes: new Map(mine.map((each) => [each.route, route(each.route)])) };
  };
  return [open(0), open(1)];
}

/** Each text is long, and asked for by many. */
function rememberedReach(book: LawBook): ReachOfTwo {
  const reach = reachIn(book);
  const held = new Map<string, Reach>();
  return (target) => {
    const key = 'rule' in target ? `rule ${target.rule}` : `route ${target.route}`;
    const found = held.get(key) ?? reach(target);
    held.set(key, found);
    return found;
  };
}

function narrow(book: LawBook, packs: readonly string[]): LawBook {
  const used = new Set(packs.flatMap((pack) => onlyUsed(book, pack).packs.map((each) => each.pack)));
  return { ...book, packs: book.packs.filter(({ pack }) => used.has(pack)) };
}
