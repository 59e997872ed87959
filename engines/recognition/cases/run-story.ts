/** A story: a whole dossier, and how every route of the pack stands for it. */
import { assess } from '../assess/assess.ts';
import type { RequirementResult, RouteResult } from '../assessment.ts';
import { literalDay } from '../language/literals.ts';
import type { Pack } from '../language/pack.ts';
import type { Story } from '../language/suite.ts';
import { ALWAYS_KNOWN, type Bench } from './bench.ts';

export function runStory(bench: Bench, pack: Pack, story: Story): readonly string[] {
  const { packs, vocabulary, commonSteps, schools, registry, evaluator } = bench;
  const assessment = assess({
    book: { packs, vocabulary, commonSteps, hashes: new Map() },
    dossier: story.dossier,
    schools,
    registry,
    on: literalDay(story.on),
    knownOn: story.knownOn === undefined ? ALWAYS_KNOWN : literalDay(story.knownOn),
    evaluator,
    only: [pack.pack],
  });
  const routes = assessment.authorities[0]?.routes ?? [];
  return routes.flatMap((route) => checkRoute(route, story.expect[route.route]));
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
