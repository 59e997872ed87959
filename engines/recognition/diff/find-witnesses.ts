/**
 * Whom a change of law touches: for each rule and route, the smallest dossier found on which two versions answer differently. A search,
 * not a proof: where nobody was found, it says in how many tries.
 */
import { type Day, formatDay } from '../../kernel/index.ts';
import type { LawBook } from '../assess/prepare-law.ts';
import type { Draft } from '../differential/draw-facts.ts';
import { type Steering, steerLeaf, steerNode } from '../differential/steer.ts';
import { type Leaf, leavesOf } from '../differential/targets.ts';
import { buildFacts } from '../facts/build-facts.ts';
import type { Dossier, DossierEntry, DossierList } from '../facts/dossier.ts';
import { validateDossier } from '../facts/validate-dossier.ts';
import type { Facts } from '../language/facts.ts';
import { literalPartialDate } from '../language/literals.ts';
import type { RouteStatus } from '../language/verdict.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { dossierOfFacts } from '../population/dossier-of-facts.ts';
import { type Inventor, inventPeople, mergeVocabularies } from '../population/invent-people.ts';
import { type Judge, openJudge, type RuleVerdict } from '../population/judge.ts';
import { reachIn, type Target } from '../population/reach.ts';
import type { ResolvedRule } from '../query/resolve-query.ts';
import { INTERPRETER } from '../reference/evaluate-rule.ts';
import { newMemory, type RegistryView, type Scope } from '../reference/scope.ts';
import { isRecord } from '../schema/check.ts';
import { leavesOfDossier, shrinkDossier } from './shrink-dossier.ts';

export type Book = Omit<LawBook, 'hashes'>;
export type Verdict = RouteStatus | RuleVerdict;

export type Witness = {
  /** The law of this day was asked. */
  readonly on: string;
  readonly dossier: Dossier;
  /** How many values somebody has to state. */
  readonly facts: number;
  readonly before: Verdict;
  readonly after: Verdict;
};

export type WitnessSearch = {
  readonly target: Target;
  readonly title: string;
  readonly tries: number;
  /** Absent where nobody was found in so many tries. */
  readonly witness?: Witness;
};

export type WitnessInput = {
  readonly before: Book;
  readonly after: Book;
  /** The pack whose rules and routes are asked about. */
  readonly pack: string;
  /** The law of this day first, then of the days on which something changes; only of this one where `onlyThisDay`. */
  readonly on: Day;
  readonly onlyThisDay?: boolean;
  readonly tries: number;
  readonly seed: number;
  /** Dossiers known beforehand, such as those of stories: tried too, whole and with a change. */
  readonly people?: readonly Dossier[];
};

export type SemanticDiff = {
  readonly searches: readonly WitnessSearch[];
  /** Rules and routes that both versions have and of which nothing that they rest on differs: no dossier can tell them apart. */
  readonly untouched: number;
};

const SILENT: RegistryView = { accredited: () => ({ state: 'silent' }) };
/** After so many witnesses for one target the smallest is kept. */
const ENOUGH = 3;
const MOST_DAYS = 8;

export function findWitnesses(input: WitnessInput): SemanticDiff {
  const [before, after] = [onlyUsed(input.before, input.pack), onlyUsed(input.after, input.pack)];
  const targets = targetsIn(before, after, input.pack);
  const [reachBefore, reachAfter] = [reachIn(before), reachIn(after)];
  const touched = targets.filter(({ target }) => reachBefore(target).text !== reachAfter(target).text);
  const hunts = touched.map(
    ({ target, title }): Hunt => ({
      target,
      title,
      rules: [reachBefore(target).rules, reachAfter(target).rules],
      found: [],
      tries: 0,
    }),
  );
  const days = input.onlyThisDay === true ? [input.on] : daysToAsk(before, after, hunts, input.on);
  for (const day of days) {
    const open = hunts.filter(({ found }) => found.length === 0);
    if (open.length > 0) huntOn(day, open, { ...input, before, after });
  }
  return {
    searches: hunts.map(({ target, title, tries, found }) => ({ target, title, tries, ...smallest(found) })),
    untouched: targets.length - touched.length,
  };
}

type Hunt = {
  readonly target: Target;
  readonly title: string;
  readonly rules: readonly [before: readonly string[], after: readonly string[]];
  readonly found: Witness[];
  tries: number;
};

function smallest(found: readonly Witness[]): { readonly witness?: Witness } {
  const weight = ({ facts, dossier }: Witness): number => facts * 10_000 + JSON.stringify(dossier).length;
  const [best] = found.toSorted((a, b) => weight(a) - weight(b));
  return best === undefined ? {} : { witness: best };
}

/** The pack and what it uses, directly or through another. */
export function onlyUsed(book: Book, pack: string): Book {
  const used = new Set([pack]);
  for (const id of used)
    for (const use of book.packs.find((each) => each.pack === id)?.uses ?? []) used.add(use);
  return { ...book, packs: book.packs.filter((each) => used.has(each.pack)) };
}

type Named = { readonly target: Target; readonly title: string };

function targetsIn(before: Book, after: Book, pack: string): readonly Named[] {
  const [old, now] = [before, after].map((book) => book.packs.find((each) => each.pack === pack));
  if (old === undefined || now === undefined) return [];
  const rules = new Set(old.rules.map(({ rule }) => rule));
  const routes = new Set(old.routes.map(({ route }) => route));
  return [
    ...now.routes
      .filter(({ route }) => routes.has(route))
      .map(({ route, title }) => ({ target: { route }, title })),
    ...now.rules
      .filter(({ rule }) => rules.has(rule))
      .map(({ rule, title }) => ({ target: { rule }, title })),
  ];
}

/** The day asked, then those on which a version or a route begins or ends, the nearest first. */
function daysToAsk(before: Book, after: Book, hunts: readonly Hunt[], on: Day): readonly Day[] {
  const rules = new Set(hunts.flatMap((hunt) => hunt.rules.flat()));
  const routes = new Set(hunts.flatMap(({ target }) => ('route' in target ? [target.route] : [])));
  const ranges = [before, after].flatMap(({ packs }) =>
    packs.flatMap((pack) => [
      ...pack.rules
        .filter(({ rule }) => rules.has(rule))
        .flatMap(({ versions }) => versions.map((each) => each.inForce)),
      ...pack.routes.filter(({ route }) => routes.has(route)).map((each) => each.inForce),
    ]),
  );
  const bounds = ranges
    .flatMap((range) => [range?.from, range?.to])
    .filter((day) => day !== undefined)
    .map((day) => literalPartialDate(day).earliest);
  const days = [...new Set(bounds)]
    .filter((day) => day !== on)
    .sort((a, b) => Math.abs(a - on) - Math.abs(b - on));
  return [on, ...days.slice(0, MOST_DAYS)];
}

type Ground = {
  readonly judges: readonly [before: Judge, after: Judge];
  readonly vocabularies: readonly [Vocabulary, Vocabulary];
  readonly vocabulary: Vocabulary;
  readonly zone: string;
  readonly on: Day;
};

function huntOn(on: Day, hunts: readonly Hunt[], input: WitnessInput): void {
  const { before, after, seed, tries, pack } = input;
  const vocabulary = mergeVocabularies(before.vocabulary, after.vocabulary);
  const ground: Ground = {
    judges: [openJudge(before, on), openJudge(after, on)],
    vocabularies: [before.vocabulary, after.vocabulary],
    vocabulary,
    zone: after.packs.find((each) => each.pack === pack)?.zone ?? 'Etc/UTC',
    on,
  };
  // Rules first: whoever shows that a rule changed may show it of what rests on that rule.
  const ordered = hunts.toSorted((a, b) => Number('route' in a.target) - Number('route' in b.target));
  const pool: { readonly rule: string; readonly dossier: Dossier }[] = [];
  for (const [index, hunt] of ordered.entries()) {
    const laws = ground.judges.map(({ law }, side) => ({ law, rules: hunt.rules[side] ?? [] }));
    const inventor = inventPeople({ laws, vocabulary, seed: seed + index });
    const leaves = laws.map(({ law, rules }) =>
      leavesOf(rules.flatMap((rule) => law.rules.get(rule) ?? ([] as ResolvedRule[]))),
    );
    for (let turn = 0; turn < tries && hunt.found.length < ENOUGH; turn += 1) {
      hunt.tries += 1;
      const drawn = turn === 0 ? {} : drawFor(hunt, turn, inventor, ground, leaves);
      const known = pool.filter(({ rule }) => hunt.rules.some((rules) => rules.includes(rule)));
      const stories = input.people ?? [];
      const { random } = inventor;
      const base =
        stories.length > 0 && turn % 4 === 1 + 2 * Number(known.length > 0) ? random.pick(stories) : drawn;
      const dossier =
        known.length > 0 && turn % 4 > 1
          ? joinDossiers(base, random.pick(known).dossier, random.chance(0.5) ? 'beside' : 'instead')
          : base;
      const witness = witnessOf(hunt.target, dossier, ground, inventor);
      if (witness !== undefined) hunt.found.push(witness);
      if (witness !== undefined && 'rule' in hunt.target)
        pool.push({ rule: hunt.target.rule, dossier: witness.dossier });
      // Smaller than one fact nobody is.
      if (witness !== undefined && witness.facts <= 1) break;
    }
  }
}

/** Somebody of whom everything or nothing is drawn, then steered: towards the route or past it, through one of the leaves. */
function drawFor(
  { target, rules }: Hunt,
  turn: number,
  { random, draft: drawDraft, draw }: Inventor,
  { judges, vocabulary }: Ground,
  leaves: readonly (readonly Leaf[])[],
): Dossier {
  const side = turn % 2;
  const { law } = judges[side] as Judge;
  const draft: Draft = random.chance(0.3) ? drawDraft() : { scalars: new Map(), lists: new Map() };
  const steering: Steering = { draft, draw: draw(), scope: () => scopeOver(law, draft, vocabulary) };
  const asked = 'route' in target ? (law.routes.get(target.route)?.requirements ?? []) : [];
  const scoped = 'route' in target ? (law.routes.get(target.route)?.scope ?? []) : [];
  const chosen =
    [...scoped, ...asked].length > 0 && random.chance(0.7)
      ? [...scoped, ...asked]
      : (rules[side] ?? []).slice(0, 1);
  for (const rule of chosen) {
    const version = law.rules.get(rule)?.versions[0];
    if (version !== undefined) steerNode(version.when, random.chance(0.85) ? 'true' : 'false', steering);
  }
  const own = leaves[side] ?? [];
  const goals = own.length === 0 ? 0 : random.below(3);
  for (let goal = 0; goal < goals; goal += 1) {
    const { node, version } = random.pick(own);
    steerLeaf(node, version, random.pick(['true', 'false', 'unknown'] as const), steering);
  }
  return dossierOfFacts(draft, vocabulary);
}

/** What the second says counts; entries of its lists come beside those of the first, or instead of them. */
function joinDossiers(first: Dossier, second: Dossier, lists: 'beside' | 'instead'): Dossier {
  const sections = Object.entries(second).map(([name, section]) => {
    const held = first[name];
    if (name === 'qualifications')
      return [name, [{ ...first.qualifications?.[0], ...second.qualifications?.[0] }]];
    if (!isRecord(held) || !isRecord(section) || (lists === 'instead' && 'entries' in section))
      return [name, section];
    const entries = [held, section]
      .flatMap((each) => ((each as DossierList).entries ?? []) as readonly DossierEntry[])
      .map((entry, index) => ({ ...entry, id: `${name}-${index}` }));
    return [name, { ...held, ...section, ...(entries.length === 0 ? {} : { entries }) }];
  });
  return { ...first, ...Object.fromEntries(sections) } as Dossier;
}

const scopeOver = (law: Judge['law'], facts: Facts, { sections }: Vocabulary): Scope => ({
  law,
  facts,
  registry: SILENT,
  listKeys: new Map(
    [...sections.values()].flatMap(({ section, key }) =>
      key === undefined ? [] : [[section, key] as const],
    ),
  ),
  memory: newMemory(),
  interpreter: INTERPRETER,
  rulePath: [],
  stepPath: [],
});

function witnessOf(
  target: Target,
  dossier: Dossier,
  ground: Ground,
  { cuts }: Inventor,
): Witness | undefined {
  const shows = (each: Dossier): boolean => {
    const [a, b] = verdictsOn(target, each, ground);
    return JSON.stringify(a) !== JSON.stringify(b) && isSound(each, ground);
  };
  if (!shows(dossier)) return undefined;
  const literalsOf = (fact: string): readonly (string | number | boolean)[] => [
    ...(cuts.literals.get(fact) ?? []),
  ];
  const small = shrinkDossier({ dossier, shows, literalsOf });
  const [before, after] = verdictsOn(target, small, ground);
  return { on: formatDay(ground.on), dossier: small, facts: leavesOfDossier(small).length, before, after };
}

/** What a person could hand in. */
const isSound = (dossier: Dossier, { vocabulary, on }: Ground): boolean =>
  validateDossier(dossier, { vocabulary, schools: () => undefined, today: on }).ok;

export function verdictsOn(
  target: Target,
  dossier: Dossier,
  { judges, vocabularies, zone, on }: Omit<Ground, 'vocabulary'>,
): readonly [Verdict, Verdict] {
  const basis = (dossier.qualifications?.length ?? 0) - 1;
  const [a, b] = judges.map((judge, side): Verdict => {
    const vocabulary = vocabularies[side] as Vocabulary;
    judge.meet(buildFacts({ dossier, basis, vocabulary, schools: () => undefined, zone, on }), SILENT);
    return 'rule' in target ? judge.rule(target.rule) : judge.route(target.route);
  });
  return [a as Verdict, b as Verdict];
}
