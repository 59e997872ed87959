import type { Plan, PlanAnswer } from '@testamur/engines/planner';
import type { AuthorityResult, RouteResult } from '@testamur/engines/recognition';
import { composeRequirements, STATUSES } from './compose-requirements.ts';
import { composeSteps, inPack } from './compose-steps.ts';
import type { Line, PlanDocument } from './document.ts';
import { listSources, type SourcePack } from './list-sources.ts';
import { showDay, showPlanCost, showPlanTime } from './show-values.ts';
import { type Speech, speak } from './words/say.ts';

export type PlanDocumentInput = {
  readonly answer: PlanAnswer;
  /** The authority of the plan, judged on the same dossier and days. */
  readonly authority: AuthorityResult;
  readonly route: RouteResult;
  readonly packs: readonly SourcePack[];
  readonly on: string;
  readonly knownOn: string;
  readonly madeOn: string;
  /** BCP 47 tag of the reader's language. */
  readonly language: string;
};

/** The plan of one route and what the route asks, as it is printed. Nothing that the person said is in it but its consequences. */
export function composePlan(input: PlanDocumentInput): PlanDocument {
  const { answer, authority, route, on } = input;
  const speech = speak(input.language);
  const { say } = speech;
  const sources = listSources(input.packs, speech);
  const plan = answer.state === 'none' ? undefined : answer.plan;
  const steps = plan === undefined ? [] : composeSteps(plan, sources, speech);
  const requirements = composeRequirements(route, sources, speech);
  const discretion = (plan?.authorityDecides ?? route.authorityDecides).map(({ id, text, cite }) => ({
    text: inPack(text),
    pointers: sources.point(cite, id === '' ? route.route : `${authority.pack}.${id}`),
  }));
  const [year = 1970, month = 1, day = 1] = input.madeOn.split('-').map(Number);
  return {
    ...{ lang: speech.lang, direction: speech.direction, madeOn: [year, month, day] },
    fileTitle: say('fileTitle', { route: `${authority.name}, ${route.title}` }),
    title: inPack(route.title),
    authority: inPack(authority.name),
    status: say(STATUSES[route.status]),
    law: lawOf(input, speech),
    notice: say('notice'),
    sum: plan === undefined ? [] : sumOf(plan, speech),
    remarks: remarksOf(plan, speech),
    steps: {
      heading: say('stepsHeading'),
      ...(plan !== undefined && steps.length === 0 ? { intro: say('noStepsIntro') } : {}),
      items: steps,
    },
    requirements: {
      heading: say('requirementsHeading'),
      intro: say('requirementsIntro', { day: showDay(on, speech) }),
      items: requirements,
    },
    discretion: { heading: say('discretionHeading'), intro: say('discretionIntro'), items: discretion },
    sources: { heading: say('sourcesHeading'), items: sources.list() },
    words: { sources: say('sources'), page: say('page', { number: '{number}', count: '{count}' }) },
  };
}

function lawOf({ authority, route, ...input }: PlanDocumentInput, speech: Speech): readonly Line[] {
  const { say } = speech;
  const { pack, packVersion, packHash, regulator } = authority;
  return [
    { label: say('route'), value: route.route },
    { label: say('regulator'), value: regulator.name },
    { label: say('lawOf'), value: showDay(input.on, speech) },
    { label: say('knownOn'), value: showDay(input.knownOn, speech) },
    { label: say('madeOn'), value: showDay(input.madeOn, speech) },
    { label: say('pack'), value: say('packIs', { pack, version: packVersion }) },
    { label: say('packHash'), value: packHash },
  ];
}

const sumOf = (plan: Plan, speech: Speech): readonly Line[] => [
  { label: speech.say('cost'), value: showPlanCost(plan.cost, speech) },
  { label: speech.say('time'), value: showPlanTime(plan.time, speech) },
  { label: speech.say('steps'), value: String(plan.steps.length) },
];

function remarksOf(plan: Plan | undefined, speech: Speech): readonly string[] {
  const { say } = speech;
  if (plan === undefined) return [say('noWay')];
  return [
    ...plan.assumes.map(({ title }) => say('assumes', { rule: title })),
    ...(plan.ifSelected ? [say('ifSelected')] : []),
    say('lawUnchanged', { day: showDay(plan.assumesLawUnchangedSince, speech) }),
  ];
}
