/**
 * Recognition by another licence: what a route grants is an entry among her licences, and that entry may meet a rule elsewhere.
 * Read off the routes: nobody writes these steps.
 */
import { formatDay } from '../../kernel/index.ts';
import {
  applyEffects,
  buildFacts,
  type Code,
  type Effect,
  type Facts,
  type Node,
  type Pack,
  type PreparedLaw,
  type RegistryView,
  type Route,
  referenceEvaluator,
} from '../../recognition/index.ts';
import type { Judged, Stage, Standpoint, View } from '../standpoint.ts';

export type LicenceSteps = {
  /** What obtaining a licence adds to those she has, with the routes that lead to it. */
  readonly gains: readonly { readonly routes: readonly string[]; readonly facts: Facts }[];
  /** Effects that a last step has beside its own, and whether it is the one that completes the route. */
  readonly lastStepOf: (
    route: string,
    step: string,
  ) => { readonly effects: readonly Effect[]; readonly completes: boolean };
};

export function licenceSteps(stage: Judged, view: View): LicenceSteps {
  const { law } = stage;
  const routes = law.book.packs.flatMap((pack) => pack.routes.map((route) => ({ route, pack })));
  const last = new Map(routes.map(({ route }) => [route.route, lastOf(route, law)]));
  const extra = new Map(routes.map(({ route, pack }) => [route.route, effectsBeside(route, pack, law)]));
  return {
    gains: gainsOf(
      routes.filter(({ route, pack }) => isLicence(route, pack, law) && last.get(route.route) !== undefined),
      extra,
      stage,
      view,
    ),
    lastStepOf: (route, step) => {
      const completes = last.get(route) === step;
      return { effects: completes ? (extra.get(route) ?? []) : [], completes };
    },
  };
}

type Placed = { readonly route: Route; readonly pack: Pack };

/** Routes that lead to the same entry are asked about once. */
function gainsOf(
  placed: readonly Placed[],
  extra: ReadonlyMap<string, readonly Effect[]>,
  stage: Judged,
  view: View,
): LicenceSteps['gains'] {
  const { law } = stage;
  const { facts } = stage.today(view);
  const byEntries = new Map<string, { readonly routes: string[]; readonly facts: Facts }>();
  for (const { route } of placed) {
    const own = route.finally.flatMap((step) => law.law.steps.get(step)?.effects ?? []);
    const effects = [...own, ...(extra.get(route.route) ?? [])].filter(
      (effect) => 'list' in effect && effect.list === LICENCES,
    );
    const key = JSON.stringify(effects);
    const held = byEntries.get(key);
    if (held !== undefined) held.routes.push(route.route);
    else byEntries.set(key, { routes: [route.route], facts: withLicences(facts, effects, stage, view) });
  }
  return [...byEntries.values()];
}

function withLicences(facts: Facts, effects: readonly Effect[], { law, person }: Stage, view: View): Facts {
  const { vocabulary } = law.book;
  const held = { [LICENCES]: person.dossier[LICENCES] };
  const dossier = applyEffects({ dossier: held, basis: -1, effects, vocabulary, day: law.on });
  const { lists } = buildFacts({
    dossier,
    basis: -1,
    vocabulary,
    schools: person.schools,
    zone: view.zone,
    on: law.on,
  });
  const licences = lists.get(LICENCES);
  return licences === undefined
    ? facts
    : { ...facts, lists: new Map([...facts.lists, [LICENCES, licences]]) };
}

const LICENCES = 'licences';

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

/** Routes whose licence makes a condition on licences true, though it is not true now. */
export function licencesFor(node: Node, standpoint: Standpoint, { gains }: LicenceSteps): readonly string[] {
  const ask = asking(node, standpoint);
  return gains.filter(({ facts }) => ask(facts)).flatMap(({ routes }) => routes);
}

/** A condition by itself, as the only rule of a law. */
function asking(node: Node, { law }: Standpoint): (facts: Facts) => boolean {
  const { cure: _cure, ...bare } = node;
  const version = {
    version: '1',
    recordedAt: formatDay(law.on),
    reviewBy: formatDay(law.on),
    cite: [],
    when: bare as Node,
  };
  const rule = { rule: ALONE, title: ALONE, kind: 'other', text: ALONE, versions: [version] } as const;
  const alone = {
    ...law.law,
    rules: new Map([[ALONE, { rule, packId: ALONE, state: 'known', versions: [version] } as const]]),
  };
  const evaluator = referenceEvaluator(alone, law.book.vocabulary);
  return (facts) => evaluator(facts, SILENT)(ALONE).truth === 'true';
}

const ALONE = 'condition';
const SILENT: RegistryView = { accredited: () => ({ state: 'silent' }) };

/** Whether this is a condition on licences. */
export function readsLicences(node: Node): boolean {
  const list = 'some' in node ? node.some.list : 'count' in node ? node.count.list : undefined;
  return list === LICENCES;
}
