import type { Plan, PlannedStep } from '@testamur/engines/planner';
import type { Line, PrintedStep } from './document.ts';
import type { SourceList } from './list-sources.ts';
import { showDay, showPeriod, showStepCost, showStepDuration } from './show-values.ts';
import type { Speech } from './words/say.ts';

/** Texts of packs are written in English whatever the reader's language is. */
export const PACK_LANGUAGE = 'en';
export const inPack = (text: string) => ({ text, lang: PACK_LANGUAGE });

export function composeSteps(plan: Plan, sources: SourceList, speech: Speech): readonly PrintedStep[] {
  const titles = new Map(plan.steps.map((step) => [step.key, step.title]));
  return plan.steps.map((step) => ({
    title: inPack(step.title),
    text: inPack(step.text),
    lines: linesOf(step, plan, titles, speech),
    pointers: sources.point(
      [
        ...step.cite,
        ...(step.cost.known ? step.cost.cite : []),
        ...(step.duration.known ? step.duration.cite : []),
        ...(step.validFor?.cite ?? []),
      ],
      step.step,
    ),
  }));
}

function linesOf(
  step: PlannedStep,
  plan: Plan,
  titles: ReadonlyMap<string, string>,
  speech: Speech,
): readonly Line[] {
  const { say } = speech;
  const { validFor, after } = step;
  return [
    { label: say('cost'), value: showStepCost(step.cost, speech) },
    { label: say('takes'), value: showStepDuration(step.duration, speech) },
    ...daysOf(step, plan, speech),
    ...(validFor === undefined ? [] : [{ label: say('valid'), value: showPeriod(validFor.period, speech) }]),
    { label: say('inHandsOf'), value: say(step.controller) },
    ...(after.length === 0
      ? []
      : [{ label: say('after'), value: after.map((key) => titles.get(key) ?? key).join('; ') }]),
  ];
}

/** A day after a step of unknown duration is a lower bound: then nothing is said of the latest start. */
function daysOf({ schedule }: PlannedStep, plan: Plan, speech: Speech): readonly Line[] {
  const { say } = speech;
  const { doneOn, latestStart, unknownBefore } = schedule;
  if (doneOn === plan.on) return [];
  if (unknownBefore > 0) return [{ label: say('doneNotBefore'), value: showDay(doneOn, speech) }];
  return [
    ...(plan.time.atLeast ? [] : [{ label: say('startBy'), value: showDay(latestStart, speech) }]),
    { label: say('doneBy'), value: showDay(doneOn, speech) },
  ];
}
