/** The cases and stories of a pack made ready to judge many wordings of its rules. */
import { ALWAYS_KNOWN, type Bench } from '../cases/bench.ts';
import { routeStatus } from '../cases/route-status.ts';
import { answerCase, checkCase, prepareCase } from '../cases/run-case.ts';
import { buildFacts } from '../facts/build-facts.ts';
import { literalDay } from '../language/literals.ts';
import type { Pack, Route } from '../language/pack.ts';
import type { PackSuite, Placed, Story } from '../language/suite.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import { touchOf } from './rules-touched.ts';

/** `holds` tells whether everything asserted is still so when the law is changed. */
export type Judge = {
  readonly name: string;
  readonly touches: ReadonlySet<string>;
  readonly law: ResolvedLaw;
  readonly holds: (law: ResolvedLaw, rule: string) => boolean;
};

/** Only what holds on the rules as written can tell a mutant from them. */
export function judgesOf(bench: Bench, pack: Pack, suite: PackSuite): readonly Judge[] {
  const law = bench.lawOn(literalDay(pack.version.replaceAll('.', '-')), ALWAYS_KNOWN);
  const touch = touchOf(law);
  const cases = suite.cases.map(({ value }): Judge => {
    const prepared = prepareCase(bench, pack, value);
    const holds = (changed: ResolvedLaw): boolean =>
      checkCase(answerCase(bench, { ...prepared, law: changed }, value), value).length === 0;
    return {
      name: `${value.rule}: ${value.case}`,
      touches: touch.ofRule(value.rule),
      law: prepared.law,
      holds,
    };
  });
  const stories = suite.stories.map((story) => judgeOfStory(bench, pack, story, touch.ofRoute));
  return [...cases, ...stories].filter((judge) => judge.holds(judge.law, ''));
}

/** A story with several degrees is judged on each; the routes of the best count, so all of them are asked for. */
function judgeOfStory(
  bench: Bench,
  pack: Pack,
  { value: story }: Placed<Story>,
  touchesOf: (route: Route) => ReadonlySet<string>,
): Judge {
  const on = literalDay(story.on);
  const law = bench.lawOn(on, story.knownOn === undefined ? ALWAYS_KNOWN : literalDay(story.knownOn));
  const bases = story.dossier.qualifications ?? [];
  const facts = (bases.length === 0 ? [-1] : bases.map((_, index) => index)).map((basis) =>
    buildFacts({
      dossier: story.dossier,
      basis,
      vocabulary: bench.vocabulary,
      schools: bench.schools,
      zone: pack.zone,
      on,
    }),
  );
  const touches = new Map(pack.routes.map((route) => [route, touchesOf(route)]));
  const holds = (changed: ResolvedLaw, rule: string): boolean => {
    const routes = pack.routes.filter((route) => rule === '' || touches.get(route)?.has(rule) === true);
    return facts.some((each) => {
      const evaluate = bench.evaluator(changed, bench.vocabulary)(each, bench.registry);
      return routes.every((route) => story.expect[route.route] === routeStatus(route, changed, evaluate));
    });
  };
  return {
    name: story.story,
    touches: new Set([...touches.values()].flatMap((each) => [...each])),
    law,
    holds,
  };
}
