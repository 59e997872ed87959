import type { Plan, PlannedStep } from '@testamur/engines/planner';
import type { Line, PrintedStep, Text } from './document.ts';
import type { SourceList } from './list-sources.ts';
import { showDay, showPeriod, showStepCost, showStepDuration } from './show-values.ts';
import { inPack, type Labels, textOf, titleOf } from './texts-of-packs.ts';
import type { Speech } from './words/say.ts';
import type { WordKey } from './words/words.ts';

export function composeSteps(
  plan: Plan,
  sources: SourceList,
  labels: Labels,
  speech: Speech,
): readonly PrintedStep[] {
  const titles = new Map(plan.steps.map((step) => [step.key, titleOf(step, labels, speech)]));
  return plan.steps.map((step) => ({
    title: titleOf(step, labels, speech),
    text: textOf(step, labels, speech),
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
  titles: ReadonlyMap<string, Text>,
  speech: Speech,
): readonly Line[] {
  const { say } = speech;
  const { validFor, after } = step;
  const line = lineIn(speech);
  return [
    line('cost', showStepCost(step.cost, speech)),
    line('takes', showStepDuration(step.duration, speech)),
    ...daysOf(step, plan, speech),
    ...(validFor === undefined ? [] : [line('valid', showPeriod(validFor.period, speech))]),
    line('inHandsOf', say(step.controller)),
    ...(after.length === 0
      ? []
      : [{ label: say('after'), values: after.map((key) => titles.get(key) ?? inPack(key)) }]),
  ];
}

/** A day after a step of unknown duration is a lower bound: then nothing is said of the latest start. */
function daysOf({ schedule }: PlannedStep, plan: Plan, speech: Speech): readonly Line[] {
  const line = lineIn(speech);
  const { doneOn, latestStart, unknownBefore } = schedule;
  if (doneOn === plan.on) return [];
  if (unknownBefore > 0) return [line('doneNotBefore', showDay(doneOn, speech))];
  return [
    ...(plan.time.atLeast ? [] : [line('startBy', showDay(latestStart, speech))]),
    line('doneBy', showDay(doneOn, speech)),
  ];
}

/** A line whose value is in the reader's language. */
export const lineIn =
  ({ say, inWords }: Speech) =>
  (key: WordKey, value: string): Line => ({ label: say(key), values: [inWords(value)] });
