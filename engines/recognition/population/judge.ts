/** One law on one day, asked about many people: how each route and each rule stands, and nothing else. The compiled back end answers. */
import type { Day } from '../../kernel/index.ts';
import type { LawBook } from '../assess/prepare-law.ts';
import type { Remedy, RequirementVerdict } from '../assessment.ts';
import { ALWAYS_KNOWN } from '../cases/bench.ts';
import { compileLaw } from '../compiled/compile-law.ts';
import type { Frame } from '../compiled/frame.ts';
import { CURABLE, F, FINAL, MET, N, OPEN, standingOf, truthOf } from '../compiled/packed.ts';
import type { Facts } from '../language/facts.ts';
import type { RouteStatus } from '../language/verdict.ts';
import { isRouteInForce, type ResolvedLaw, resolveLaw } from '../query/resolve-query.ts';
import type { RegistryView } from '../reference/scope.ts';

export type RuleVerdict = { readonly verdict: RequirementVerdict; readonly remedy?: Remedy };

export type Judge = {
  readonly law: ResolvedLaw;
  /** Whom the next questions are about. */
  readonly meet: (facts: Facts, registry: RegistryView) => void;
  readonly route: (id: string) => RouteStatus;
  readonly rule: (id: string) => RuleVerdict;
};

const VERDICTS: readonly RequirementVerdict[] = ['notMet', 'met', 'unknown', 'notApplicable'];
const REMEDIES = new Map<number, Remedy>([
  [FINAL, 'final'],
  [OPEN, 'undetermined'],
  [CURABLE, 'curable'],
]);
const STATUSES = new Map<number, RouteStatus>([
  [FINAL, 'closed'],
  [OPEN, 'unknown'],
  [CURABLE, 'withSteps'],
  [MET, 'open'],
]);

export function openJudge(book: Omit<LawBook, 'hashes'>, on: Day, knownOn: Day = ALWAYS_KNOWN): Judge {
  const law = resolveLaw(book.packs, book.vocabulary, book.commonSteps, { on, knownOn });
  const compiled = compileLaw(law, book.vocabulary);
  const routes = new Map(
    [...law.routes.values()].map((route) => [route.route, askedBy(route, law, compiled.ruleNumbers)]),
  );
  let frame: Frame | undefined;
  const ask = (number: number): number => compiled.evaluateRule(number, frame as Frame);
  return {
    law,
    meet: (facts, registry) => {
      frame = compiled.load(facts, registry, frame);
    },
    route: (id) => {
      const asked = routes.get(id);
      if (asked === undefined || asked === 'notInForce') return 'closed';
      let least = MET;
      for (let index = 0; index < asked.length && least !== FINAL; index += 1) {
        const packed = ask(asked[index] as number);
        if (truthOf(packed) !== N) least &= standingOf(packed);
        if (least === FINAL) bringForward(asked, index);
      }
      return STATUSES.get(least) as RouteStatus;
    },
    rule: (id) => {
      const packed = ask(compiled.ruleNumbers.get(id) as number);
      const verdict = VERDICTS[truthOf(packed)] as RequirementVerdict;
      const remedy = truthOf(packed) === F ? REMEDIES.get(standingOf(packed)) : undefined;
      return remedy === undefined ? { verdict } : { verdict, remedy };
    },
  };
}

/** What closes a route for one person is asked early of the next: the order changes no answer. */
function bringForward(asked: number[], index: number): void {
  const to = index >> 1;
  const held = asked[to] as number;
  asked[to] = asked[index] as number;
  asked[index] = held;
}

function askedBy(
  route: Parameters<typeof isRouteInForce>[0],
  law: ResolvedLaw,
  numbers: ReadonlyMap<string, number>,
): number[] | 'notInForce' {
  if (!isRouteInForce(route, law.query.on)) return 'notInForce';
  return [...new Set([...route.scope, ...route.requirements])].map((rule) => numbers.get(rule) as number);
}
