/** The routes that are judged, and how many went which way on each. */
import type { LawBook } from '../assess/prepare-law.ts';
import type { ReachOf } from '../population/reach.ts';
import type { RouteReport, Standing } from './report.ts';

export type Asked = {
  readonly pack: string;
  readonly route: string;
  readonly old: boolean;
  readonly now: boolean;
  /** By `before after`: how many. */
  readonly transitions: Map<string, number>;
  readonly countries: Map<string, { people: number; changed: number }>;
  readonly report: () => RouteReport;
};

type Given = { readonly packs: readonly string[]; readonly everyRoute?: boolean };
type Two<T> = readonly [T, T];

/** All routes there are, and those of which something that they rest on differs. */
export function askedRoutes(
  { packs, everyRoute }: Given,
  books: Two<LawBook>,
  reach: Two<ReachOf>,
): { readonly all: number; readonly asked: readonly Asked[] } {
  const all = packs.flatMap((pack) => routesOf(pack, books));
  const asked = all.filter(
    ({ route, old, now }) =>
      everyRoute === true || old !== now || reach[0]({ route }).text !== reach[1]({ route }).text,
  );
  return { all: all.length, asked };
}

function routesOf(pack: string, books: Two<LawBook>): readonly Asked[] {
  const [old, now] = books.map((book) => book.packs.find((each) => each.pack === pack));
  const routes = new Map(
    [...(old?.routes ?? []), ...(now?.routes ?? [])].map((route) => [route.route, route]),
  );
  const packName = (now ?? old)?.name ?? pack;
  return [...routes.values()].map(({ route, title }) => {
    const [transitions, countries]: [Asked['transitions'], Asked['countries']] = [new Map(), new Map()];
    return {
      ...{ pack, route, transitions, countries },
      old: old?.routes.some((each) => each.route === route) === true,
      now: now?.routes.some((each) => each.route === route) === true,
      report: () => reportOf({ pack, packName, route, title }, transitions, countries),
    };
  });
}

function reportOf(
  named: Pick<RouteReport, 'pack' | 'packName' | 'route' | 'title'>,
  transitions: Asked['transitions'],
  countries: Asked['countries'],
): RouteReport {
  return {
    ...named,
    transitions: [...transitions]
      .sort(([a, most], [b, fewer]) => fewer - most || (a < b ? -1 : 1))
      .map(([key, people]) => {
        const [before, after] = key.split(' ') as [Standing, Standing];
        return { before, after, people };
      }),
    bySchoolCountry: [...countries]
      .map(([country, { people, changed }]) => ({ country, people, changed }))
      .sort((a, b) => b.changed - a.changed || b.people - a.people || (a.country < b.country ? -1 : 1)),
  };
}
