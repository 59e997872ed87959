/**
 * Recognition by another licence: what a route grants is an entry among her licences, and that entry may meet a rule elsewhere.
 * Read off the routes: nobody writes these steps.
 */
import { formatDay } from '../../kernel/index.ts';
import {
  applyEffects,
  buildFacts,
  type Effect,
  type Facts,
  type Node,
  type PreparedLaw,
  type RegistryView,
  type Route,
  referenceEvaluator,
} from '../../recognition/index.ts';
import type { Planning, Standpoint, View } from '../planning.ts';

export type LicenceSteps = {
  /** Routes of authorities whose licence makes an entry, with what obtaining it adds to the dossier. */
  readonly gains: readonly {
    readonly route: string;
    readonly effects: readonly Effect[];
    readonly facts: Facts;
  }[];
  /** Effects that a last step has beside its own, and whether it is the one that completes the route. */
  readonly lastStepOf: (
    route: string,
    step: string,
  ) => { readonly effects: readonly Effect[]; readonly completes: boolean };
};

export function licenceSteps(planning: Planning, view: View): LicenceSteps {
  const { law } = planning;
  const { vocabulary, packs } = law.book;
  const classes = new Map(
    vocabulary.codeLists.get('licence-classes')?.entries.map((entry) => [entry.code, entry]),
  );
  const routes = packs
    .filter((pack) => pack.kind === 'authority')
    .flatMap((pack) => pack.routes.map((route) => ({ route, jurisdiction: pack.jurisdiction })))
    .filter(({ route }) => classes.has(route.grants));
  const extra = new Map(
    routes.map(({ route, jurisdiction }) => {
      const independent = classes.get(route.grants)?.independent === true;
      return [route.route, effectsBeside(route, jurisdiction, independent, law)];
    }),
  );
  const completing = new Map(
    law.book.packs.flatMap((pack) => pack.routes.map((route) => [route.route, lastOf(route, law)])),
  );
  return {
    gains: routes
      .filter(({ route }) => completing.get(route.route) !== undefined)
      .map(({ route }) => {
        const own = route.finally.flatMap((step) => law.law.steps.get(step)?.effects ?? []);
        const effects = [...own, ...(extra.get(route.route) ?? [])];
        return { route: route.route, effects, facts: factsWith(effects, planning, view) };
      }),
    lastStepOf: (route, step) => {
      const completes = completing.get(route) === step;
      return { effects: completes ? (extra.get(route) ?? []) : [], completes };
    },
  };
}

/** The last act that belongs to this route alone. */
const lastOf = (route: Route, { law }: PreparedLaw): string | undefined =>
  route.finally.findLast((step) => ['application', 'licence'].includes(law.steps.get(step)?.kind ?? ''));

/** The entry that no last step has written down. */
function effectsBeside(
  route: Route,
  jurisdiction: string,
  independent: boolean,
  { law }: PreparedLaw,
): readonly Effect[] {
  const written = route.finally
    .flatMap((step) => law.steps.get(step)?.effects ?? [])
    .some(
      (effect) => 'list' in effect && effect.list === 'licences' && effect.entry['class'] === route.grants,
    );
  if (written) return [];
  const scope = independent ? { scope: 'full' } : {};
  return [
    {
      list: 'licences',
      entry: { jurisdiction, class: route.grants, ...scope, status: 'active', from: 'stepDay' },
    },
  ];
}

function factsWith(effects: readonly Effect[], { law, person }: Planning, { basis, zone }: View): Facts {
  const { vocabulary } = law.book;
  const dossier = applyEffects({ dossier: person.dossier, basis, effects, vocabulary, day: law.on });
  return buildFacts({ dossier, basis, vocabulary, schools: person.schools, zone, on: law.on });
}

/** Routes whose licence makes this condition on licences true, though it is not true now. */
export function licencesFor(node: Node, standpoint: Standpoint, { gains }: LicenceSteps): readonly string[] {
  if (!readsLicences(node)) return [];
  const ask = asking(node, standpoint);
  return gains.filter(({ facts }) => ask(facts)).map(({ route }) => route);
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

function readsLicences(node: Node): boolean {
  const list = 'some' in node ? node.some.list : 'count' in node ? node.count.list : undefined;
  return list === 'licences';
}
