import type { Converted, Plan, Wishes } from '@testamur/engines/planner';
import type { AuthorityResult, Retelling, RouteResult } from '@testamur/engines/recognition';
import { composeRequirements, STATUSES } from './compose-requirements.ts';
import { composeSteps, lineIn } from './compose-steps.ts';
import { composeWishes } from './compose-wishes.ts';
import type { Line, PlanDocument, Sentence, Text } from './document.ts';
import { listSources, type SourcePack } from './list-sources.ts';
import { showDay, showMoney, showPlanCost, showPlanTime } from './show-values.ts';
import { inPack, type Labels } from './texts-of-packs.ts';
import { type Speech, speak } from './words/say.ts';

/** The way that is printed, and from among which. */
export type PrintedWay = {
  /** Absent where none is known. */
  readonly plan?: Plan;
  readonly converted?: Converted;
  /** How many ways there were to choose from; absent where only the cheapest was looked for. */
  readonly among?: number;
  readonly wishes: Wishes;
  /** No way keeps all wishes: the plan breaks one, or there is none. */
  readonly isAgainstWishes: boolean;
};

export type PlanDocumentInput = {
  readonly way: PrintedWay;
  /** The authority of the way, judged on the same dossier and days. */
  readonly authority: AuthorityResult;
  readonly route: RouteResult;
  readonly packs: readonly SourcePack[];
  readonly on: string;
  readonly knownOn: string;
  readonly madeOn: string;
  /** BCP 47 tag of the reader's language. */
  readonly language: string;
  /** Of the vocabulary and of the shared steps, in that language. */
  readonly labels?: Labels;
  /** Tells the rules in that language: `retellLaw`. */
  readonly retelling?: Pick<Retelling, 'explanation'>;
  /** The title of a step by its id. */
  readonly stepTitle: (step: string) => string;
};

/** The plan of one route and what the route asks, as it is printed. Nothing that the person said is in it but its consequences, and her wishes. */
export function composePlan(input: PlanDocumentInput): PlanDocument {
  const { way, authority, route, on, labels = {} } = input;
  const speech = speak(input.language);
  const { say } = speech;
  const sources = listSources(input.packs, speech);
  const { plan } = way;
  const steps = plan === undefined ? [] : composeSteps(plan, sources, labels, speech);
  const requirements = composeRequirements(route, sources, speech, input.retelling);
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
    ...(speech.unread === undefined ? {} : { unread: speech.unread }),
    sum: plan === undefined ? [] : sumOf(plan, way, speech),
    remarks: remarksOf(way, speech),
    wishes: composeWishes(way.wishes, { stepTitle: input.stepTitle, labels }, speech),
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
    words: {
      ...{ sources: say('sources'), joint: say('joint') },
      page: say('page', { number: '{number}', count: '{count}' }),
    },
  };
}

function lawOf({ authority, route, ...input }: PlanDocumentInput, speech: Speech): readonly Line[] {
  const { say } = speech;
  const { pack, packVersion, packHash, regulator } = authority;
  const line = lineIn(speech);
  const asIs = (label: string, text: string): Line => ({ label, values: [inPack(text)] });
  return [
    asIs(say('route'), route.route),
    asIs(say('regulator'), regulator.name),
    line('lawOf', showDay(input.on, speech)),
    line('knownOn', showDay(input.knownOn, speech)),
    line('madeOn', showDay(input.madeOn, speech)),
    line('pack', say('packIs', { pack, version: packVersion })),
    asIs(say('packHash'), packHash),
  ];
}

function sumOf(plan: Plan, way: PrintedWay, speech: Speech): readonly Line[] {
  const line = lineIn(speech);
  return [
    line('cost', showPlanCost(plan.cost, speech)),
    ...convertedOf(plan, way, speech),
    line('time', showPlanTime(plan.time, speech)),
    line('steps', new Intl.NumberFormat(speech.format).format(plan.steps.length)),
  ];
}

/** Where no price is known, there is nothing to convert. */
function convertedOf(plan: Plan, { converted }: PrintedWay, speech: Speech): readonly Line[] {
  if (converted === undefined || plan.cost.known.length === 0) return [];
  const { amount, upTo, currency, atLeast } = converted;
  const money = showMoney({ amount, to: upTo, currency }, speech);
  const value = atLeast ? speech.say('atLeast', { value: money }) : money;
  return [lineIn(speech)('converted', speech.say('convertedIs', { value }))];
}

function remarksOf({ plan, among, isAgainstWishes }: PrintedWay, speech: Speech): readonly Sentence[] {
  const { say, sayOf, inWords } = speech;
  const whole = (text: string): readonly Text[] => [inWords(text)];
  if (plan === undefined) return [whole(say(isAgainstWishes ? 'noWayWished' : 'noWay'))];
  return [
    ...(isAgainstWishes ? [whole(say('breaksWish'))] : []),
    ...(among === undefined || isAgainstWishes ? [] : [whole(say('oneOf', { count: among }))]),
    ...plan.assumes.map(({ title }) => sayOf('assumes', { rule: inPack(title) })),
    ...(plan.ifSelected ? [whole(say('ifSelected'))] : []),
    whole(say('lawUnchanged', { day: showDay(plan.assumesLawUnchangedSince, speech) })),
  ];
}
