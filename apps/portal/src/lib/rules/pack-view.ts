import { formatDay } from '@testamur/engines/kernel';
import {
  type Agreement,
  codeLabel,
  describeInheritance,
  describeNode,
  type InheritanceView,
  isRouteInForce,
  type MustBeValid,
  type Node,
  type Pack,
  type Query,
  type Route,
  resolveRule,
  type Source,
  type Step,
} from '@testamur/engines/recognition';
import type { MessageKey } from '../language/messages.ts';
import type { Reference } from '../reference/open-reference.ts';
import type { Reading } from '../reference/read-in.ts';
import { maintainersOf } from '../upkeep/maintainers-of.ts';
import { type Cited, citedIn } from './cited.ts';
import type { Sight } from './condition.ts';
import { type Point, type Pointer, pointing } from './pointer.ts';
import { type RuleView, viewRule } from './rule-view.ts';
import { type StepTimes, viewStepTimes } from './step-times.ts';
import { type TableView, viewTable } from './table-view.ts';

/** A point of a route that has a text and citations: a note, or a condition left to the authority. */
export type Remark = { readonly id: string; readonly text: string; readonly cited: readonly Cited[] };

/** `unknown`: nobody can be judged by it on that day, because it is not researched or must be read again. */
export type RequirementPointer = Pointer & {
  readonly unknown: boolean;
  /** Where any one of several is enough, what they are. */
  readonly options: readonly WayToMeet[];
};

/** `told`: in the language of the page; else as the author of the rule named it. */
export type WayToMeet = { readonly text: string; readonly told: boolean };

export type RouteView = {
  readonly id: string;
  readonly title: string;
  readonly for: string;
  readonly grants: { readonly label: string; readonly definition?: string; readonly independent: boolean };
  readonly inForce: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly scope: readonly RequirementPointer[];
  readonly requirements: readonly RequirementPointer[];
  readonly discretion: readonly Remark[];
  readonly notes: readonly Remark[];
  readonly finally: readonly Pointer[];
  /** Until when what meets a requirement must still count. */
  readonly validity: readonly {
    readonly rule: Pointer;
    readonly key: MessageKey;
    readonly cited: readonly Cited[];
  }[];
  readonly cited: readonly Cited[];
};

export type StepView = Omit<Step, 'requires' | 'cite' | 'cost' | 'duration' | 'validFor' | 'effects'> & {
  readonly times: StepTimes;
  readonly requires: readonly Pointer[];
  readonly cited: readonly Cited[];
  readonly cost?: { readonly money: NonNullable<Step['cost']>; readonly cited: readonly Cited[] };
  readonly duration?: { readonly length: NonNullable<Step['duration']>; readonly cited: readonly Cited[] };
  readonly validFor?: { readonly period: string; readonly cited: readonly Cited[] };
};

export type PackView = {
  readonly pack: Pick<
    Pack,
    'pack' | 'kind' | 'name' | 'jurisdiction' | 'zone' | 'version' | 'readiness' | 'regulator' | 'languages'
  >;
  readonly hash: string;
  /** Who looks after it on the day of the reader; nobody where the offices are vacant. */
  readonly maintainers: readonly string[];
  /** What becomes of each rule of the pack that it inherits from. */
  readonly inheritance?: InheritanceView;
  readonly uses: readonly { readonly id: string; readonly name: string }[];
  readonly usedBy: readonly { readonly id: string; readonly name: string }[];
  /** What the routes lead to, each once, with the routes that do. */
  readonly licences: readonly (RouteView['grants'] & { readonly by: readonly Pointer[] })[];
  readonly routes: readonly RouteView[];
  readonly rules: readonly RuleView[];
  readonly steps: readonly StepView[];
  readonly tables: readonly TableView[];
  readonly openQuestions: readonly {
    readonly id: string;
    readonly question: string;
    readonly affects: readonly Pointer[];
  }[];
  readonly agreements: readonly Agreement[];
  readonly sources: readonly Source[];
};

/** Everything that the page of a pack shows, by the law of one day. `keep` is what its links carry on. */
export function viewPack({ reference, language }: Reading, pack: Pack, query: Query, keep: string): PackView {
  const point = pointing(reference, { link: language.link, query: keep });
  const sight = { words: reference.words, point, language };
  const nameOf = (other: string) => ({ id: other, name: reference.packs.get(other)?.pack.name ?? other });
  const all = [...reference.packs.values()];
  const others = all.map((each) => each.pack);
  const inheritance = describeInheritance(pack, others, reference.book.commonSteps);
  return {
    pack: pickHead(pack),
    hash: reference.packs.get(pack.pack)?.hash ?? '',
    maintainers: maintainersOf(pack, reference.library.maintainers, formatDay(query.knownOn)),
    ...(inheritance === undefined ? {} : { inheritance }),
    uses: pack.uses.map(nameOf),
    usedBy: all.filter((each) => each.pack.uses.includes(pack.pack)).map((each) => nameOf(each.pack.pack)),
    licences: licencesOf(pack, reference, point),
    routes: pack.routes.map((route) => viewRoute(pack, route, query, { reference, sight })),
    rules: pack.rules.map((rule) => viewRule(pack, rule, query, sight)),
    steps: pack.steps.map((step) => viewStep(pack.sources, step, sight)),
    tables: pack.tables.map((table) =>
      viewTable(pack, table, { vocabulary: reference.book.vocabulary, language }),
    ),
    openQuestions: pack.openQuestions.map(({ id, question, affects }) => ({
      id,
      question,
      affects: affects.map(point),
    })),
    agreements: reference.law.agreements.filter(({ parties }) => parties.includes(pack.jurisdiction)),
    sources: pack.sources,
  };
}

function licencesOf(pack: Pack, reference: Reference, point: Point): PackView['licences'] {
  const granted = [...new Set(pack.routes.map(({ grants }) => grants))];
  return granted.flatMap((grants) => {
    const by = pack.routes.filter((route) => route.grants === grants);
    const [first] = by;
    return first === undefined
      ? []
      : [{ ...grantOf(first, reference), by: by.map(({ route }) => point(route)) }];
  });
}

function pickHead({
  pack,
  kind,
  name,
  jurisdiction,
  zone,
  version,
  readiness,
  regulator,
  languages,
}: Pack): PackView['pack'] {
  return { pack, kind, name, jurisdiction, zone, version, readiness, regulator, languages };
}

type Surroundings = { readonly reference: Reference; readonly sight: Sight };

function viewRoute(pack: Pack, route: Route, query: Query, { reference, sight }: Surroundings): RouteView {
  const { point } = sight;
  const require = (id: string): RequirementPointer => {
    const unknown = isUnknown(reference, id, query);
    return { ...point(id), unknown, options: optionsOf(reference, id, query, sight) };
  };
  const remarks = (list: Route['notes']): readonly Remark[] =>
    list.map(({ id, text, cite }) => ({ id, text, cited: citedIn(pack.sources, cite) }));
  return {
    id: route.route,
    title: route.title,
    for: route.for,
    grants: grantOf(route, reference),
    inForce: isRouteInForce(route, query.on),
    ...(route.inForce?.from === undefined ? {} : { from: route.inForce.from }),
    ...(route.inForce?.to === undefined ? {} : { to: route.inForce.to }),
    scope: route.scope.map(require),
    requirements: route.requirements.map(require),
    discretion: remarks(route.discretion),
    notes: remarks(route.notes),
    finally: route.finally.map(point),
    validity: (route.mustBeValid ?? []).map(({ rule, until, cite }) => ({
      rule: point(rule),
      key: VALIDITY[until],
      cited: citedIn(pack.sources, cite),
    })),
    cited: citedIn(pack.sources, route.cite),
  };
}

const VALIDITY: Readonly<Record<MustBeValid['until'], MessageKey>> = {
  submission: 'rules.route.validity.submission',
  decision: 'rules.route.validity.decision',
  registration: 'rules.route.validity.registration',
};

/** Of the one wording that the day selects; where several may apply, the page of the rule has them all. */
function optionsOf(
  { packs }: Reference,
  id: string,
  query: Query,
  sight: Pick<Sight, 'point' | 'words'>,
): readonly WayToMeet[] {
  for (const { pack } of packs.values()) {
    const rule = pack.rules.find((each) => each.rule === id);
    if (rule === undefined) continue;
    const { versions } = resolveRule(rule, pack.pack, query);
    const [version] = versions;
    if (version === undefined || versions.length > 1 || !('any' in version.when)) return [];
    return version.when.any.map((node) => nameOption(node, sight));
  }
  return [];
}

/** By the name that its author gave it, else by its whole sentence. */
function nameOption({ label, ...node }: Node, { point, words }: Pick<Sight, 'point' | 'words'>): WayToMeet {
  const name = label ?? ('rule' in node ? point(node.rule).title : undefined);
  if (name !== undefined) return { text: name, told: false };
  if ('notResearched' in node) return { text: node.notResearched, told: false };
  const sentence = describeNode(node as Node, words);
  const isLong = sentence.length > MOST_LETTERS;
  const text = isLong ? `${sentence.slice(0, MOST_LETTERS).replace(/\s+\S*$/, '')} …` : sentence;
  return { text, told: true };
}

/** What a box of the diagram takes; the page of the rule says it whole. */
const MOST_LETTERS = 100;

function isUnknown({ packs }: Reference, id: string, query: Query): boolean {
  for (const { pack } of packs.values()) {
    const rule = pack.rules.find((each) => each.rule === id);
    if (rule === undefined) continue;
    const { state, versions } = resolveRule(rule, pack.pack, query);
    return state !== 'known' || versions.every(({ when }) => 'notResearched' in when);
  }
  return true;
}

/** A licence class, or for layers and regimes a certificate or standing of the vocabulary. */
function grantOf({ grants }: Route, { book, words }: Reference): RouteView['grants'] {
  const lists = [...book.vocabulary.codeLists.values()];
  const list = lists.find(({ entries }) => entries.some(({ code }) => code === grants));
  const entry = list?.entries.find(({ code }) => code === grants);
  return {
    label: list === undefined ? grants : codeLabel(list.codes, grants, words),
    ...(entry?.definition === undefined ? {} : { definition: entry.definition }),
    independent: entry?.independent === true,
  };
}

function viewStep(
  sources: readonly Source[],
  step: Step,
  { point, language }: Pick<Sight, 'point' | 'language'>,
): StepView {
  const { requires, cite, cost, duration, validFor, effects: _effects, ...rest } = step;
  return {
    ...rest,
    times: viewStepTimes(step, sources, language),
    requires: requires.map((each) =>
      point('rule' in each ? each.rule : 'route' in each ? each.route : each.step),
    ),
    cited: citedIn(sources, cite),
    ...(cost === undefined ? {} : { cost: { money: cost, cited: citedIn(sources, cost.cite) } }),
    ...(duration === undefined
      ? {}
      : { duration: { length: duration, cited: citedIn(sources, duration.cite) } }),
    ...(validFor === undefined
      ? {}
      : { validFor: { period: validFor.period, cited: citedIn(sources, validFor.cite) } }),
  };
}

/** The steps that no pack owns: language tests, verification, good standing. */
export function viewSharedSteps({ reference, language }: Reading): readonly StepView[] {
  const point = pointing(reference, { link: language.link, query: '' });
  return reference.book.commonSteps.map((step) => viewStep([], step, { point, language }));
}
