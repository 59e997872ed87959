/** The explanations of both versions for one person and route, cut to where they differ. */
import type { Day } from '../../kernel/index.ts';
import { assessPerson } from '../assess/assess.ts';
import { type LawBook, type PreparedLaw, prepareLaw } from '../assess/prepare-law.ts';
import type { ExplanationNode, RequirementResult, RouteResult } from '../assessment.ts';
import { ALWAYS_KNOWN } from '../cases/bench.ts';
import { compiledEvaluator } from '../compiled/compiled-evaluator.ts';
import { onlyUsed } from '../diff/find-witnesses.ts';
import type { SchoolLookup } from '../facts/build-facts.ts';
import type { RuleVerdict } from '../population/judge.ts';
import type { RegistryView } from '../reference/scope.ts';
import type { Affected } from './affected.ts';
import type { AffectedSample } from './report.ts';

export type ExplainInput = {
  readonly before: LawBook;
  readonly after: LawBook;
  readonly on: Day;
  readonly schools: SchoolLookup;
  readonly registry: RegistryView;
};

export function explainAffected({
  before,
  after,
  on,
  schools,
  registry,
}: ExplainInput): (each: Affected) => AffectedSample {
  const held = new Map<string, readonly PreparedLaw[]>();
  const lawsOf = (pack: string): readonly PreparedLaw[] => {
    const laws =
      held.get(pack) ??
      [before, after].map((book) =>
        prepareLaw({
          book: { ...onlyUsed(book, pack), hashes: book.hashes },
          on,
          knownOn: ALWAYS_KNOWN,
          evaluator: compiledEvaluator,
        }),
      );
    held.set(pack, laws);
    return laws;
  };
  return ({ person, dossier, pack, route, before: was, after: is }) => {
    const [old, now] = lawsOf(pack).map((law) =>
      assessPerson(law, { dossier, schools, registry, only: [pack] })
        .authorities.flatMap((authority) => authority.routes)
        .find((each) => each.route === route),
    );
    return { person, pack, route, before: was, after: is, rules: rulesThatDiffer(old, now) };
  };
}

function rulesThatDiffer(
  old: RouteResult | undefined,
  now: RouteResult | undefined,
): AffectedSample['rules'] {
  const resultsOf = (route: RouteResult | undefined) =>
    new Map([...(route?.scope ?? []), ...(route?.requirements ?? [])].map((each) => [each.rule, each]));
  const [before, after] = [resultsOf(old), resultsOf(now)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((rule) => {
    const [a, b] = [before.get(rule), after.get(rule)];
    const either = (b ?? a) as RequirementResult;
    if (JSON.stringify(verdictOf(a)) === JSON.stringify(verdictOf(b))) return [];
    return [
      {
        rule,
        title: either.title,
        ...(a === undefined ? {} : { before: verdictOf(a) as RuleVerdict }),
        ...(b === undefined ? {} : { after: verdictOf(b) as RuleVerdict }),
        because: sentencesThatDiffer(a?.explanation, b?.explanation),
        cite: either.cite,
      },
    ];
  });
}

const verdictOf = (result: RequirementResult | undefined): RuleVerdict | undefined =>
  result === undefined
    ? undefined
    : { verdict: result.verdict, ...(result.remedy === undefined ? {} : { remedy: result.remedy }) };

const MOST = 4;
const TRUTHS = { true: 'yes', false: 'no', unknown: 'unknown', notApplicable: 'does not apply' } as const;

function sentencesThatDiffer(old?: ExplanationNode, now?: ExplanationNode): readonly string[] {
  const tell = (node: ExplanationNode | undefined): readonly string[] =>
    leavesOf(node).map(({ sentence, truth }) => `${sentence}: ${TRUTHS[truth]}`);
  const [before, after] = [tell(old), tell(now)];
  return [
    ...after.filter((each) => !before.includes(each)).map((each) => `now ${each}`),
    ...before.filter((each) => !after.includes(each)).map((each) => `before ${each}`),
  ].slice(0, MOST);
}

const leavesOf = (node: ExplanationNode | undefined): readonly ExplanationNode[] =>
  node === undefined ? [] : node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
