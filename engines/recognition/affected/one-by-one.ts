/** The same answers by the long way, for tests: every person under both laws, one after the other, by compiled code. No shortcut but that of `everyRoute`. */
import { formatDay } from '../../kernel/index.ts';
import type { LawBook } from '../assess/prepare-law.ts';
import { onlyUsed } from '../diff/find-witnesses.ts';
import { buildFacts } from '../facts/build-facts.ts';
import type { Dossier } from '../facts/dossier.ts';
import type { Facts } from '../language/facts.ts';
import type { RouteStatus } from '../language/verdict.ts';
import { type Judge, openJudge } from '../population/judge.ts';
import { reachIn } from '../population/reach.ts';
import type { RegistryView } from '../reference/scope.ts';
import type { Affected, AffectedInput, AffectedRun } from './affected.ts';
import type { RouteReport, Standing } from './report.ts';

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

export function judgeOneByOne(
  input: AffectedInput,
): Pick<AffectedRun, 'add' | 'report' | 'samples' | 'routes'> {
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
  };
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
      .sort((a, b) => b.people - a.people || (`${a.before} ${a.after}` < `${b.before} ${b.after}` ? -1 : 1)),
    bySchoolCountry: [...countries]
      .map(([country, { people, changed }]) => ({ country, people, changed }))
      .sort((a, b) => b.changed - a.changed || b.people - a.people || (a.country < b.country ? -1 : 1)),
  };
}
