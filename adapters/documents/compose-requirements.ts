import type { RequirementResult, RouteResult, RouteStatus } from '@testamur/engines/recognition';
import { inPack } from './compose-steps.ts';
import type { PrintedRequirement, Text } from './document.ts';
import type { SourceList } from './list-sources.ts';
import { showDay } from './show-values.ts';
import type { Speech, WordKey } from './words/say.ts';

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
): readonly PrintedRequirement[] {
  return [...route.scope, ...route.requirements]
    .sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict])
    .map((result) => ({
      title: inPack(result.title),
      text: inPack(result.text),
      verdict: speech.say(verdictOf(result)),
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

function notesOf(result: RequirementResult, speech: Speech): readonly Text[] {
  const { say, lang } = speech;
  const since = result.assumedUnchangedSince;
  return [
    ...(result.waiverPossible ? [{ text: say('waiver'), lang }] : []),
    ...result.questions.map(inPack),
    ...(since === undefined
      ? []
      : [{ text: say('assumedUnchanged', { day: showDay(since, speech) }), lang }]),
  ];
}
