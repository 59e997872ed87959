/**
 * Recognition by another licence: what a route grants is an entry among her licences, and that entry may meet a rule elsewhere.
 * Read off the routes: nobody writes these steps.
 */
import type { Code, Effect, Facts, Node, Pack, PreparedLaw, Route } from '../../recognition/index.ts';
import type { Judged, View } from '../standpoint.ts';
import { type Gains, gainsFor, LICENCES } from './licence-gains.ts';

export type LicenceSteps = {
  readonly gains: Gains;
  /** As she stands before any step. */
  readonly facts: Facts;
  /** Effects that a last step has beside its own, and whether it is the one that completes the route. */
  readonly lastStepOf: (
    route: string,
    step: string,
  ) => { readonly effects: readonly Effect[]; readonly completes: boolean };
};

export function licenceSteps(stage: Judged, view: View): LicenceSteps {
  const endings = endingsOf(stage.law);
  return {
    gains: gainsFor(stage, view, endings.granting),
    facts: stage.today(view).facts,
    lastStepOf: (route, step) => {
      const completes = endings.last.get(route) === step;
      return { effects: completes ? (endings.extra.get(route) ?? []) : [], completes };
    },
  };
}

type Endings = {
  /** The last act of each route. */
  readonly last: ReadonlyMap<string, string | undefined>;
  readonly extra: ReadonlyMap<string, readonly Effect[]>;
  /** What the routes to a licence write among her licences. */
  readonly granting: readonly { readonly route: string; readonly effects: readonly Effect[] }[];
};

/** The same for everybody who is judged by one law. */
const KNOWN = new WeakMap<PreparedLaw, Endings>();

function endingsOf(law: PreparedLaw): Endings {
  const held = KNOWN.get(law) ?? findEndings(law);
  KNOWN.set(law, held);
  return held;
}

function findEndings(law: PreparedLaw): Endings {
  const routes = law.book.packs.flatMap((pack) => pack.routes.map((route) => ({ route, pack })));
  const last = new Map(routes.map(({ route }) => [route.route, lastOf(route, law)]));
  const extra = new Map(routes.map(({ route, pack }) => [route.route, effectsBeside(route, pack, law)]));
  const granting = routes
    .filter(({ route, pack }) => isLicence(route, pack, law) && last.get(route.route) !== undefined)
    .map(({ route }) => {
      const own = route.finally.flatMap((step) => law.law.steps.get(step)?.effects ?? []);
      const effects = [...own, ...(extra.get(route.route) ?? [])];
      return {
        route: route.route,
        effects: effects.filter((effect) => 'list' in effect && effect.list === LICENCES),
      };
    });
  return { last, extra, granting };
}

/** Of an authority; layers and regimes grant certificates, which their packs give by steps of their own. */
const isLicence = ({ grants }: Route, { kind }: Pack, law: PreparedLaw): boolean =>
  kind === 'authority' && classOf(grants, law) !== undefined;

const classOf = (grants: string, { book }: PreparedLaw): Code | undefined =>
  book.vocabulary.codeLists.get('licence-classes')?.entries.find(({ code }) => code === grants);

/** The last act that belongs to this route alone. */
const lastOf = (route: Route, { law }: PreparedLaw): string | undefined =>
  route.finally.findLast((step) => ['application', 'licence'].includes(law.steps.get(step)?.kind ?? ''));

/** The entry that no last step has written down. */
function effectsBeside(route: Route, pack: Pack, law: PreparedLaw): readonly Effect[] {
  const { grants, obtainedBy } = route;
  const isWritten = route.finally
    .flatMap((step) => law.law.steps.get(step)?.effects ?? [])
    .some((effect) => 'list' in effect && effect.list === LICENCES && effect.entry['class'] === grants);
  if (isWritten || !isLicence(route, pack, law)) return [];
  const scope = classOf(grants, law)?.independent === true ? { scope: 'full' } : {};
  const entry = {
    jurisdiction: pack.jurisdiction,
    class: grants,
    ...scope,
    ...(obtainedBy === undefined ? {} : { basis: obtainedBy }),
    status: 'active',
    from: 'stepDay',
  };
  return [{ list: LICENCES, entry }];
}

/** Whether this is a condition on licences. */
export function readsLicences(node: Node): boolean {
  const list = 'some' in node ? node.some.list : 'count' in node ? node.count.list : undefined;
  return list === LICENCES;
}
