/** The planner on the real law: what it proposes for the sample dossiers and the people of the stories is tried on the rules. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Day, expectOk, parseDay } from '@testamur/engines/kernel';
import {
  earliestEverywhere,
  openPlanning,
  type Planning,
  planFor,
  type Reach,
  simulatePlan,
} from '@testamur/engines/planner';
import {
  assessPerson,
  compiledEvaluator,
  type Dossier,
  type LawBook,
  type PreparedLaw,
  prepareLaw,
  type RouteResult,
} from '@testamur/engines/recognition';
import { realLaw } from '@testamur/testing/real-law';
import { describe, expect, it } from 'vitest';
import { readYaml } from './read-yaml.ts';

const root = path.resolve(import.meta.dirname, '../../packs');
const book: LawBook = realLaw();
const dayOf = (text: string): Day => expectOk(parseDay(text), 'a day of a test');
const ALWAYS_KNOWN = dayOf('9999-12-31');

const laws = new Map<string, PreparedLaw>();
function lawOn(on: string): PreparedLaw {
  const held =
    laws.get(on) ?? prepareLaw({ book, on: dayOf(on), knownOn: ALWAYS_KNOWN, evaluator: compiledEvaluator });
  laws.set(on, held);
  return held;
}

function planningFor(dossier: Dossier, on: string): Planning {
  const law = lawOn(on);
  const person = {
    dossier,
    schools: () => undefined,
    registry: { accredited: () => ({ state: 'silent' as const }) },
  };
  return openPlanning(law, person, assessPerson(law, person));
}

function valueIn(file: string): { readonly [key: string]: unknown } {
  const { value: read } = readYaml(path.join(root, file));
  return read?.value as { readonly [key: string]: unknown };
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => `${folder}/${file}`);

const samples = filesIn('samples').map((file) => ({
  name: file,
  planning: planningFor(valueIn(file) as Dossier, '2026-11-22'),
}));

/** What is wrong with the plan of one route, in words. */
function faultsOf(
  planning: Planning,
  pack: string,
  { route, status }: RouteResult,
  reach?: Reach,
): readonly string[] {
  const answer = planFor(planning, { route });
  if (answer.state === 'none')
    return status === 'open' || status === 'withSteps' ? [`${route} is ${status} but ${answer.reason}`] : [];
  const { plan, state } = answer;
  const after = simulatePlan(planning, plan).assessment.authorities.find(
    (authority) => authority.pack === pack,
  );
  const found = after?.routes.find((each) => each.route === route)?.status;
  const early = reach?.time === undefined ? plan.time.days : reach.time.days;
  return [
    ...(state === 'planned' && found !== 'open' ? [`${route} is ${found} after its plan`] : []),
    ...(state === 'conditional' && plan.assumes.length === 0
      ? [`${route} assumes nothing that it names`]
      : []),
    ...(state === 'conditional' && (status === 'open' || status === 'withSteps')
      ? [`${route} is ${status} but assumes ${plan.assumes[0]?.rule}`]
      : []),
    ...(state === 'planned' && reach !== undefined && reach.reach !== 'reachable'
      ? [`${route} is ${reach.reach} in the pass`]
      : []),
    ...(plan.time.days < early ? [`${route} ends before the earliest day of the pass`] : []),
  ];
}

describe('for the sample dossiers', () => {
  it.each(samples)(
    '$name: each plan opens its route, no earlier than the pass says, and each route with steps has one',
    ({ planning }) => {
      const reaches = new Map(earliestEverywhere(planning).map((reach) => [reach.route, reach]));
      const faults = planning.assessment.authorities.flatMap(({ pack, routes }) =>
        routes.flatMap((route) => faultsOf(planning, pack, route, reaches.get(route.route))),
      );
      expect(faults).toEqual([]);
    },
  );
});

const stories = readdirSync(path.join(root, 'jurisdictions')).flatMap((pack) =>
  filesIn(`jurisdictions/${pack}/stories`).map((file) => ({ pack, file })),
);

/** One story in so many; all with WHOLE=1. */
const TRIED_OF = process.env.WHOLE === '1' ? 1 : 3;

describe('for the people of the stories', () => {
  it.each(stories.filter((_, index) => index % TRIED_OF === 0))('$file', ({ pack, file }) => {
    const { dossier, on } = valueIn(file) as { readonly dossier: Dossier; readonly on: string };
    const planning = planningFor(dossier, on);
    const judged = planning.assessment.authorities.find((authority) => authority.pack === pack);
    const faults = (judged?.routes ?? []).flatMap((route) => faultsOf(planning, pack, route));
    expect(faults).toEqual([]);
  });
});
