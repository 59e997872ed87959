/**
 * Who is affected when one version of the law takes the place of another: how each route stands for each person under both. Routes of
 * which nothing that they rest on differs are not judged: no answer on them can change.
 */
import { type Day, formatDay } from '../../kernel/index.ts';
import type { LawBook } from '../assess/prepare-law.ts';
import { onlyUsed } from '../diff/find-witnesses.ts';
import { type CutPoints, cutPointsOf } from '../differential/cut-points.ts';
import { buildFacts, type SchoolLookup } from '../facts/build-facts.ts';
import type { Dossier } from '../facts/dossier.ts';
import type { Facts } from '../language/facts.ts';
import type { RouteStatus } from '../language/verdict.ts';
import { inventPeople, mergeCuts, mergeVocabularies } from '../population/invent-people.ts';
import { type Judge, openJudge } from '../population/judge.ts';
import { reachIn } from '../population/reach.ts';
import { steerTowards, varyPeople } from '../population/vary-people.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { RegistryView } from '../reference/scope.ts';
import type { AffectedReport, RouteReport, Standing } from './report.ts';

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
  readonly report: () => Omit<AffectedReport, 'samples'>;
  /** The first few people of each change of each route. */
  readonly samples: () => readonly Affected[];
  /** Routes that are judged. */
  readonly routes: number;
  /** People drawn around the cut points of what changed, some of them like those given. */
  readonly invent: (seed: number, models: readonly Dossier[]) => () => Dossier;
};

type Asked = {
  readonly pack: string;
  readonly packName: string;
  readonly route: string;
  readonly title: string;
  readonly old: boolean;
  readonly now: boolean;
  readonly transitions: Map<string, number>;
  readonly countries: Map<string, { people: number; changed: number }>;
};

const KEPT = 3;
/** So many people are steered towards each route of each version, as models for others. */
const STEERED = 3;

export function openAffected(input: AffectedInput): AffectedRun {
  const { on, schools, registry } = input;
  const [before, after] = [narrow(input.before, input.packs), narrow(input.after, input.packs)];
  const judges = [openJudge(before, on), openJudge(after, on)] as const;
  const reach = [reachIn(before), reachIn(after)] as const;
  const all = input.packs.flatMap((pack) => routesOf(pack, before, after));
  const asked = all.filter(
    ({ route, old, now }) =>
      input.everyRoute === true || old !== now || reach[0]({ route }).text !== reach[1]({ route }).text,
  );
  const sameWords =
    JSON.stringify([...before.vocabulary.sections]) === JSON.stringify([...after.vocabulary.sections]);
  const [inOld, inNew] = [asked.filter((each) => each.old), asked.filter((each) => each.now)];
  const kept: Affected[] = [];
  let people = 0;
  const factsUnder = (dossier: Dossier, basis: number, side: 0 | 1): Facts =>
    buildFacts({
      dossier,
      basis,
      vocabulary: (side === 0 ? before : after).vocabulary,
      schools,
      zone: 'Etc/UTC',
      on,
    });
  const add = (person: string, dossier: Dossier): void => {
    people += 1;
    const bases = dossier.qualifications?.length ? dossier.qualifications.map((_, index) => index) : [-1];
    const [old, now]: [Best, Best] = [new Map(), new Map()];
    let country = 'not said';
    for (const basis of bases) {
      const facts = factsUnder(dossier, basis, 0);
      if (basis === bases[0]) country = countryOf(facts);
      judgeAll(judges[0], facts, registry, inOld, old);
      judgeAll(judges[1], sameWords ? facts : factsUnder(dossier, basis, 1), registry, inNew, now);
    }
    for (const each of asked) {
      const change = { before: old.get(each.route) ?? NOT_THERE, after: now.get(each.route) ?? NOT_THERE };
      const seen = count(each, change, country);
      if (change.before !== change.after && seen <= KEPT)
        kept.push({ person, dossier, pack: each.pack, route: each.route, ...change });
    }
  };
  return {
    add,
    routes: asked.length,
    samples: () => kept,
    report: () => ({
      schema: 'testamur/affected/1',
      on: formatDay(on),
      people,
      routes: asked.filter(({ transitions }) => transitions.size > 0).map(reportOf),
      untouched: all.length - asked.length,
    }),
    invent: (seed, models) => {
      const vocabulary = mergeVocabularies(before.vocabulary, after.vocabulary);
      const rulesUnder = (side: 0 | 1): readonly string[] => [
        ...new Set(asked.flatMap(({ route }) => reach[side]({ route }).rules)),
      ];
      const laws = ([0, 1] as const).map((side) => ({ law: judges[side].law, rules: rulesUnder(side) }));
      const inventor = inventPeople({ laws, vocabulary, seed });
      const given = models.map((dossier) =>
        factsUnder(dossier, (dossier.qualifications?.length ?? 0) - 1, 1),
      );
      const steered = laws.flatMap(({ law }) =>
        asked.flatMap(({ route }) => {
          const { scope = [], requirements = [] } = law.routes.get(route) ?? {};
          return Array.from({ length: STEERED }, () =>
            steerTowards([...scope, ...requirements], law, inventor, vocabulary),
          );
        }),
      );
      return varyPeople({
        inventor,
        models: [...given, ...steered],
        vocabulary,
        focus: focusOf(before, after, laws),
      });
    },
  };
}

/** What the rules read that are themselves not the same in both versions. */
function focusOf(
  before: LawBook,
  after: LawBook,
  laws: readonly { readonly law: ResolvedLaw; readonly rules: readonly string[] }[],
): CutPoints {
  const textsIn = ({ packs }: LawBook) =>
    new Map(
      packs.flatMap((pack) => pack.rules).map(({ rule, versions }) => [rule, JSON.stringify(versions)]),
    );
  const [old, now] = [textsIn(before), textsIn(after)];
  return mergeCuts(
    laws.map(({ law, rules }) => {
      const changed = rules.filter((rule) => old.get(rule) !== now.get(rule));
      return cutPointsOf(
        changed.map((rule) => law.rules.get(rule)).filter((rule) => rule !== undefined),
        law,
      );
    }),
  );
}

const NOT_THERE: Standing = 'notThere';
type Best = Map<string, RouteStatus>;
const ORDER: readonly RouteStatus[] = ['closed', 'unknown', 'withSteps', 'open'];

/** The best of her degrees, for each route. */
function judgeAll(
  judge: Judge,
  facts: Facts,
  registry: RegistryView,
  asked: readonly Asked[],
  best: Best,
): void {
  judge.meet(facts, registry);
  for (const { route } of asked) {
    const status = judge.route(route);
    const held = best.get(route);
    if (held === undefined || ORDER.indexOf(status) > ORDER.indexOf(held)) best.set(route, status);
  }
}

function narrow(book: LawBook, packs: readonly string[]): LawBook {
  const used = new Set(packs.flatMap((pack) => onlyUsed(book, pack).packs.map((each) => each.pack)));
  return { ...book, packs: book.packs.filter(({ pack }) => used.has(pack)) };
}

function routesOf(pack: string, before: LawBook, after: LawBook): readonly Asked[] {
  const [old, now] = [before, after].map((book) => book.packs.find((each) => each.pack === pack));
  const routes = new Map(
    [...(old?.routes ?? []), ...(now?.routes ?? [])].map((route) => [route.route, route]),
  );
  return [...routes.values()].map(({ route, title }) => ({
    pack,
    packName: (now ?? old)?.name ?? pack,
    route,
    title,
    old: old?.routes.some((each) => each.route === route) === true,
    now: now?.routes.some((each) => each.route === route) === true,
    transitions: new Map(),
    countries: new Map(),
  }));
}

/** How many went this way by now. */
function count(
  { transitions, countries }: Asked,
  change: { before: Standing; after: Standing },
  country: string,
): number {
  const key = `${change.before} ${change.after}`;
  const seen = (transitions.get(key) ?? 0) + 1;
  transitions.set(key, seen);
  const held = countries.get(country) ?? { people: 0, changed: 0 };
  held.people += 1;
  if (change.before !== change.after) held.changed += 1;
  countries.set(country, held);
  return seen;
}

function countryOf({ scalars }: Facts): string {
  for (const name of ['pmq.schoolCountry', 'pmq.awardingCountry']) {
    const value = scalars.get(name);
    if (value?.state === 'known' && typeof value.value === 'string') return value.value;
  }
  return 'not said';
}

function reportOf({ pack, packName, route, title, transitions, countries }: Asked): RouteReport {
  return {
    pack,
    packName,
    route,
    title,
    transitions: [...transitions]
      .map(([key, people]) => {
        const [before, after] = key.split(' ') as [Standing, Standing];
        return { before, after, people };
      })
      .sort((a, b) => b.people - a.people),
    bySchoolCountry: [...countries]
      .map(([country, { people, changed }]) => ({ country, people, changed }))
      .sort((a, b) => b.changed - a.changed || b.people - a.people || (a.country < b.country ? -1 : 1)),
  };
}
