/** One dossier judged by every authority: the product's main answer. Pure: the law date comes in, no clock is read. */
import { type Citation, type Day, expectOk, formatDay, hashOf } from '../../kernel/index.ts';
import type { Assessment, AuthorityResult, RouteResult } from '../assessment.ts';
import { buildFacts, type SchoolLookup } from '../facts/build-facts.ts';
import type { Dossier } from '../facts/dossier.ts';
import type { Facts } from '../language/facts.ts';
import type { Pack, Step } from '../language/pack.ts';
import type { RouteStatus } from '../language/verdict.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { describeNode } from '../operators/index.ts';
import type { Words } from '../operators/words.ts';
import { type ResolvedLaw, resolveLaw } from '../query/resolve-query.ts';
import type { RegistryView } from '../reference/scope.ts';
import { type EvaluateRule, judgeRoute } from './judge-route.ts';

export type LawBook = {
  readonly vocabulary: Vocabulary;
  readonly commonSteps: readonly Step[];
  readonly packs: readonly Pack[];
  /** SHA-256 of each pack's canonical JSON. */
  readonly hashes: ReadonlyMap<string, string>;
};

/** A back end: for one law and one person's facts, the outcome of any rule. */
export type Evaluator = (
  law: ResolvedLaw,
  vocabulary: Vocabulary,
) => (facts: Facts, registry: RegistryView) => EvaluateRule;

export type LawInput = {
  readonly book: LawBook;
  readonly on: Day;
  readonly knownOn: Day;
  readonly evaluator: Evaluator;
};

/** The law of one pair of dates, ready to be asked for any number of people. */
export type PreparedLaw = LawInput & { readonly law: ResolvedLaw; readonly forFacts: ReturnType<Evaluator> };

export type PersonInput = {
  readonly dossier: Dossier;
  readonly schools: SchoolLookup;
  readonly registry: RegistryView;
  /** Packs to judge; all where absent. */
  readonly only?: readonly string[];
};

export type AssessInput = LawInput & PersonInput;

export function prepareLaw({ book, on, knownOn, evaluator }: LawInput): PreparedLaw {
  const law = resolveLaw(book.packs, book.vocabulary, book.commonSteps, { on, knownOn });
  return { book, on, knownOn, evaluator, law, forFacts: evaluator(law, book.vocabulary) };
}

export const assess = (input: AssessInput): Assessment => assessPerson(prepareLaw(input), input);

export function assessPerson(prepared: PreparedLaw, person: PersonInput): Assessment {
  const { book, on, knownOn, law, forFacts } = prepared;
  const { dossier } = person;
  const input = { book, on, ...person };
  const packs = book.packs.filter((pack) => input.only === undefined || input.only.includes(pack.pack));
  const authorities = packs.map((pack) => judgeAuthority(pack, law, forFacts, input));
  return {
    schema: 'testamur/assessment/1',
    on: formatDay(on),
    knownOn: formatDay(knownOn),
    dossierHash: expectOk(hashOf(dossier), 'a dossier that was read from JSON'),
    authorities,
    decidingQuestions: rankOverAll(authorities),
  };
}

type ForFacts = ReturnType<Evaluator>;
type Judged = Pick<LawInput, 'book' | 'on'> & PersonInput;

/** Once for each degree; the best counts, the first of equals. */
function judgeAuthority(pack: Pack, law: ResolvedLaw, forFacts: ForFacts, input: Judged): AuthorityResult {
  const bases = input.dossier.qualifications ?? [];
  const tries = (bases.length === 0 ? [-1] : bases.map((_, index) => index)).map((basis) => ({
    basis: bases[basis]?.id,
    routes: judgeRoutes(pack, law, forFacts, input, basis),
  }));
  const best = tries.reduce((held, next) => (rankOf(next.routes) > rankOf(held.routes) ? next : held));
  return summarise(pack, best.routes, best.basis, input.book);
}

function judgeRoutes(
  pack: Pack,
  law: ResolvedLaw,
  forFacts: ForFacts,
  input: Judged,
  basis: number,
): readonly RouteResult[] {
  const { book, dossier, schools, registry, on } = input;
  const facts = buildFacts({ dossier, basis, vocabulary: book.vocabulary, schools, zone: pack.zone, on });
  const words: Words = {
    vocabulary: book.vocabulary,
    ruleTitle: (rule) => law.rules.get(rule)?.rule.title ?? rule,
    describe: describeNode,
  };
  const citationsOf = (rule: string): readonly Citation[] =>
    law.rules.get(rule)?.versions.flatMap((version) => version.cite) ?? [];
  const evaluate = forFacts(facts, registry);
  return pack.routes.map((route) =>
    judgeRoute(route, { law, vocabulary: book.vocabulary, evaluate, explain: { words, facts, citationsOf } }),
  );
}

const ORDER: readonly RouteStatus[] = ['closed', 'unknown', 'withSteps', 'open'];

const bestOf = (routes: readonly RouteResult[]): RouteResult | undefined =>
  routes.reduce<RouteResult | undefined>(
    (held, next) =>
      held === undefined || ORDER.indexOf(next.status) > ORDER.indexOf(held.status) ? next : held,
    undefined,
  );

function rankOf(routes: readonly RouteResult[]): number {
  const best = bestOf(independentOrAll(routes));
  return best === undefined ? -1 : ORDER.indexOf(best.status);
}

function independentOrAll(routes: readonly RouteResult[]): readonly RouteResult[] {
  const independent = routes.filter((route) => route.independent);
  return independent.length > 0 ? independent : routes;
}

function summarise(
  pack: Pack,
  routes: readonly RouteResult[],
  basis: string | undefined,
  book: LawBook,
): AuthorityResult {
  const best = bestOf(independentOrAll(routes));
  const restricted = bestOf(routes.filter((route) => !route.independent));
  const results = routes.flatMap((route) => [...route.scope, ...route.requirements]);
  const unknown = results.filter((result) => result.verdict === 'unknown').length;
  const { pack: id, version, kind, name, jurisdiction, regulator } = pack;
  return {
    pack: id,
    packVersion: version,
    packHash: book.hashes.get(id) ?? '',
    kind,
    name,
    jurisdiction,
    regulator,
    ...(kind === 'authority' && best !== undefined ? { status: best.status } : {}),
    ...(kind === 'authority' && restricted !== undefined ? { restrictedStatus: restricted.status } : {}),
    ...(best === undefined ? {} : { bestRoute: best.route }),
    ...(basis === undefined ? {} : { basis }),
    ifSelected: best?.ifSelected ?? false,
    authorityDecides: (best?.authorityDecides.length ?? 0) > 0,
    routes,
    decided: results.length - unknown,
    unknown,
  };
}

function rankOverAll(authorities: readonly AuthorityResult[]): Assessment['decidingQuestions'] {
  const asked = new Map<string, { routes: number; authorities: Set<string> }>();
  for (const authority of authorities) {
    for (const fact of authority.routes
      .filter((route) => route.status === 'unknown' || route.status === 'withSteps')
      .flatMap((route) => route.decidingQuestions)) {
      const held = asked.get(fact) ?? { routes: 0, authorities: new Set<string>() };
      asked.set(fact, { routes: held.routes + 1, authorities: held.authorities.add(authority.pack) });
    }
  }
  return [...asked]
    .map(([fact, { routes, authorities: packs }]) => ({ fact, routes, authorities: [...packs].sort() }))
    .sort(
      (a, b) =>
        b.authorities.length - a.authorities.length || b.routes - a.routes || (a.fact < b.fact ? -1 : 1),
    );
}
