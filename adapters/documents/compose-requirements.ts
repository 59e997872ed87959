import type { RequirementResult, Retelling, RouteResult, RouteStatus } from '@testamur/engines/recognition';
import type { PrintedRequirement, Text } from './document.ts';
import type { SourceList } from './list-sources.ts';
import { showDay } from './show-values.ts';
import { inPack } from './texts-of-packs.ts';
import type { Speech } from './words/say.ts';
import type { WordKey } from './words/words.ts';

export const STATUSES: Readonly<Record<RouteStatus, WordKey>> = {
  open: 'statusOpen',
  withSteps: 'statusWithSteps',
  closed: 'statusClosed',
  unknown: 'statusUnknown',
};

/** What stands in the way comes first. */
const ORDER = { notMet: 0, unknown: 1, met: 2, notApplicable: 3 } as const;

export function composeRequirements(
  route: RouteResult,
  sources: SourceList,
  speech: Speech,
  retelling?: Pick<Retelling, 'explanation'>,
): readonly PrintedRequirement[] {
  return [...route.scope, ...route.requirements]
    .sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict])
    .map((result) => ({
      title: inPack(result.title),
      ...(retelling === undefined
        ? {}
        : { told: speech.inWords(asSentence(retelling.explanation(result.explanation).sentence, speech)) }),
      text: inPack(result.text),
      verdict: speech.say('sentence', { text: speech.say(verdictOf(result)) }),
      notes: notesOf(result, speech),
      pointers: sources.point(result.cite, result.rule),
    }));
}

function verdictOf({ verdict, remedy, reasons }: RequirementResult): WordKey {
  if (verdict === 'met' || verdict === 'notApplicable') return verdict;
  if (verdict === 'notMet')
    return remedy === 'curable' ? 'notMetYet' : remedy === 'undetermined' ? 'notMetUndetermined' : 'notMet';
  // What the person can answer comes before what only research can.
  if (reasons.includes('notSaid')) return 'unknownNotSaid';
  if (reasons.includes('disputed')) return 'unknownDisputed';
  if (reasons.includes('stale')) return 'unknownStale';
  return 'unknownNotResearched';
}

/** Explanations begin small and end without a stop, so that they can stand in one another. */
const asSentence = (text: string, { say }: Speech): string =>
  say('sentence', { text: text.charAt(0).toLocaleUpperCase() + text.slice(1) });

function notesOf(result: RequirementResult, speech: Speech): readonly Text[] {
  const { say, inWords } = speech;
  const since = result.assumedUnchangedSince;
  return [
    ...(result.waiverPossible ? [inWords(say('waiver'))] : []),
    ...result.questions.map(inPack),
    ...(since === undefined ? [] : [inWords(say('assumedUnchanged', { day: showDay(since, speech) }))]),
  ];
}
