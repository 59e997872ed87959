/** A story: a whole dossier, and how every route of the pack stands for it. */
import { assess } from '../assess/assess.ts';
import type { RequirementResult, RouteResult } from '../assessment.ts';
import { literalDay } from '../language/literals.ts';
import type { Pack } from '../language/pack.ts';
import type { Story } from '../language/suite.ts';
import { ALWAYS_KNOWN, type Bench } from './bench.ts';

export type StoryRun = {
  readonly problems: readonly string[];
  /** Requirements of all routes that are met, not met or not applicable, and those that stay unknown. */
  readonly decided: number;
  readonly unknown: number;
};

export function runStory(bench: Bench, pack: Pack, story: Story): StoryRun {
  const { packs, vocabulary, commonSteps, schools, registry, evaluator } = bench;
  const { authorities } = assess({
    book: { packs, vocabulary, commonSteps, hashes: new Map() },
    dossier: story.dossier,
    schools,
    registry,
    on: literalDay(story.on),
    knownOn: story.knownOn === undefined ? ALWAYS_KNOWN : literalDay(story.knownOn),
    evaluator,
    only: [pack.pack],
  });
  const [authority] = authorities;
  if (authority === undefined) throw new Error(`The pack ${pack.pack} is not on the bench.`);
  const { routes, decided, unknown } = authority;
  return {
    problems: routes.flatMap((route) => checkRoute(route, story.expect[route.route])),
    decided,
    unknown,
  };
}

function checkRoute(route: RouteResult, expected: string | undefined): readonly string[] {
  if (expected === undefined)
    return [`${route.route} is ${route.status}; the story does not say how it stands`];
  if (route.status === expected) return [];
  const rules = [...route.scope, ...route.requirements];
  return [
    `${route.route} is ${route.status}, expected ${expected}`,
    ...rules.map((rule) => `  ${showRequirement(rule)}`),
  ];
}

function showRequirement({ rule, verdict, remedy, standing, missing, reasons }: RequirementResult): string {
  const why = verdict === 'unknown' ? ` [${[standing, ...reasons, ...missing].join(', ')}]` : '';
  return `${rule}: ${verdict}${remedy === undefined ? '' : ` (${remedy})`}${why}`;
}
