/** Which rules can have a say in the way to an authority's licences: its own, those that they name, those of what a step needs first. */
import {
  type Effect,
  type Node,
  type Pack,
  type PreparedLaw,
  type ResolvedRule,
  type Route,
  type Step,
  walkNodes,
} from '@testamur/engines/recognition';

export type Towards = {
  readonly rules: readonly ResolvedRule[];
  /** Countries in which a way can bring her a licence, a post or a paper: a rule may ask whether it is her own. */
  readonly namedPlaces: ReadonlySet<string>;
};

type Kind = 'rule' | 'route' | 'step';
type Place = readonly [Kind, string];

/** Rather too many than too few: a condition on licences leads to every authority whose licence it does not rule out. */
export function rulesTowards(law: PreparedLaw, pack: Pack): Towards {
  const seen = new Set<string>();
  const waiting: Place[] = pack.routes.map(({ route }) => ['route', route]);
  const rules: ResolvedRule[] = [];
  const steps: Step[] = [];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const [kind, id] = place;
    if (seen.has(`${kind} ${id}`)) continue;
    seen.add(`${kind} ${id}`);
    const rule = kind === 'rule' ? law.law.rules.get(id) : undefined;
    const step = kind === 'step' ? law.law.steps.get(id) : undefined;
    const route = kind === 'route' ? law.law.routes.get(id) : undefined;
    if (rule !== undefined) rules.push(rule);
    if (step !== undefined) steps.push(step);
    waiting.push(...fromRule(rule, law), ...fromStep(step), ...fromRoute(route));
  }
  return { rules, namedPlaces: namedPlaces(steps, law) };
}

function namedPlaces(steps: readonly Step[], { book }: PreparedLaw): ReadonlySet<string> {
  const written = steps.flatMap(({ effects }) =>
    effects.flatMap((effect) => ('list' in effect ? Object.values(effect.entry) : [])),
  );
  const countries = new Set(book.vocabulary.codeLists.get('countries')?.entries.map(({ code }) => code));
  const places = [...book.packs.map(({ jurisdiction }) => jurisdiction), ...written];
  const codes = places.flatMap((each) => (typeof each === 'string' ? [each.split('-')[0] ?? each] : []));
  return new Set(codes.filter((code) => countries.has(code)));
}

function fromRule(rule: ResolvedRule | undefined, law: PreparedLaw): readonly Place[] {
  const nodes = (rule?.versions ?? []).flatMap(({ when }) => walkNodes(when));
  return nodes.flatMap(({ node }): readonly Place[] => [
    ...('rule' in node ? [['rule', node.rule] as const] : []),
    ...(node.cure ?? []).map((id) => ['step', id] as const),
    ...licencesFor(node, law).map((id) => ['route', id] as const),
  ]);
}

const fromStep = (step: Step | undefined): readonly Place[] =>
  (step?.requires ?? []).map((each) => {
    if ('rule' in each) return ['rule', each.rule];
    return 'route' in each ? ['route', each.route] : ['step', each.step];
  });

const fromRoute = (route: Route | undefined): readonly Place[] =>
  route === undefined
    ? []
    : [
        ...[...route.scope, ...route.requirements].map((id) => ['rule', id] as const),
        ...route.finally.map((id) => ['step', id] as const),
      ];

const LICENCES = 'licences';

function licencesFor(node: Node, { book, law }: PreparedLaw): readonly string[] {
  const selection = 'some' in node ? node.some : 'count' in node ? node.count : undefined;
  if (selection?.list !== LICENCES) return [];
  return book.packs.flatMap(({ jurisdiction, routes }) =>
    routes
      .filter((route) => {
        const own = route.finally.flatMap((id) => jurisdictionsOf(law.steps.get(id)?.effects ?? []));
        return [jurisdiction, ...own].some((each) => mayBe(selection.where, each, law.groups));
      })
      .map(({ route }) => route),
  );
}

const jurisdictionsOf = (effects: readonly Effect[]): readonly string[] =>
  effects.flatMap((effect) => {
    const place = 'list' in effect && effect.list === LICENCES ? effect.entry['jurisdiction'] : undefined;
    return typeof place === 'string' ? [place] : [];
  });

/** False only where the condition cannot hold for a licence of the jurisdiction, whatever else that licence is. */
function mayBe(where: Node | undefined, jurisdiction: string, groups: PreparedLaw['law']['groups']): boolean {
  if (where === undefined) return true;
  if ('all' in where) return where.all.every((each) => mayBe(each, jurisdiction, groups));
  if (!('fact' in where)) return true;
  const country = jurisdiction.split('-')[0] ?? '';
  const value =
    where.fact === 'its.country' ? country : where.fact === 'its.jurisdiction' ? jurisdiction : undefined;
  if (value === undefined) return true;
  if ('equals' in where) return typeof where.equals === 'object' || where.equals === value;
  if ('notEquals' in where) return where.notEquals !== value;
  if (!('in' in where)) return true;
  const set = where.in;
  return 'group' in set ? groups.get(set.group)?.has(value) === true : set.includes(value);
}
