/** One dossier before one authority, to be asked about single rules and routes: why, what remains, what would change it. */

import { assessPerson, type PersonInput } from '../assess/assess.ts';
import { judgeRoute } from '../assess/judge-route.ts';
import { type Judge, makeJudge } from '../assess/judge-rule.ts';
import type { PreparedLaw } from '../assess/prepare-law.ts';
import type { RequirementResult, RouteResult } from '../assessment.ts';
import { buildFacts } from '../facts/build-facts.ts';
import type { Pack } from '../language/pack.ts';
import { explainWhyNot, type WhyNot } from './explain-why-not.ts';
import { type Residual, residualOf } from './residual.ts';

export type InquiryTarget = { readonly rule: string } | { readonly route: string };

export type Inquiry = {
  /** The degree on which the authority's best route rests: the one that is asked about. */
  readonly basis?: string;
  readonly requirement: (rule: string) => RequirementResult;
  readonly route: (route: string) => RouteResult;
  readonly residual: (target: InquiryTarget) => Residual;
  /** `to` absent: away from where it is. */
  readonly whyNot: (target: InquiryTarget, to?: WhyNot['to']) => WhyNot;
};

/**
 * Rules and routes of any pack may be asked about; days are counted in the zone of the pack given, on the degree that serves it best.
 *
 * @example inquire(prepared, person, 'gb').whyNot({ route: 'gb.plab' }).sets
 */
export function inquire(prepared: PreparedLaw, person: PersonInput, packId: string): Inquiry {
  const pack = prepared.book.packs.find((each) => each.pack === packId);
  if (pack === undefined) throw new Error(`No pack ${packId}.`);
  const basis = assessPerson(prepared, { ...person, only: [packId] }).authorities[0]?.basis;
  const judge = judgeFor(prepared, person, pack, basis);
  const { law, book, tell } = prepared;
  const rulesOf = (id: string): readonly string[] => {
    const route = law.routes.get(id);
    return route === undefined ? [] : [...new Set([...route.scope, ...route.requirements])];
  };
  const rulesIn = (target: InquiryTarget): readonly string[] =>
    'rule' in target ? [target.rule] : rulesOf(target.route);
  return {
    ...(basis === undefined ? {} : { basis }),
    requirement: judge.requirement,
    route: (id) => judgeRoute(routeOf(id, prepared), { ...judge, law, vocabulary: book.vocabulary }),
    residual: (target) =>
      residualOf(rulesIn(target), { evaluate: judge.evaluate, steps: law.steps, rulesOf, tell }),
    whyNot: (target, to) =>
      explainWhyNot({
        outcomes: rulesIn(target).map(judge.evaluate),
        tell,
        ...(to === undefined ? {} : { to }),
      }),
  };
}

function judgeFor(
  prepared: PreparedLaw,
  person: PersonInput,
  { zone }: Pack,
  basis: string | undefined,
): Judge {
  const { dossier, schools, registry } = person;
  const degrees = dossier.qualifications ?? [];
  const index = degrees.findIndex(({ id }) => id === basis);
  const facts = buildFacts({
    dossier,
    basis: index,
    vocabulary: prepared.book.vocabulary,
    schools,
    zone,
    on: prepared.on,
  });
  return makeJudge(prepared, facts, registry);
}

function routeOf(id: string, { law }: PreparedLaw) {
  const route = law.routes.get(id);
  if (route === undefined) throw new Error(`No route ${id}.`);
  return route;
}
