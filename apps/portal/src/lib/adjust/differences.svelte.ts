/** What the moves would change, worked out beside the page; the latest move wins. */
import type { WhatIf } from '@testamur/engines/planner';
import { untrack } from 'svelte';
import { verdict } from '../results/verdict.svelte.ts';
import { askLatest } from '../worker/ask-latest.ts';
import type { Difference } from '../worker/messages.ts';
import { type Move, triedSteps, tryFacts } from './moves.ts';

export type Differences = {
  readonly answer: Difference | undefined;
  readonly isWorking: boolean;
  readonly failed: boolean;
};

/** Call it while a component is made. */
export function keepDifferences(moves: () => readonly Move[]): Differences {
  const asking = askLatest('whatIf');
  let answer = $state.raw<Difference | undefined>();
  let isWorking = $state(false);
  let failed = $state(false);

  async function ask(tried: readonly Move[]): Promise<void> {
    const question = verdict.judged;
    if (question === undefined) return;
    [isWorking, failed] = [true, false];
    const change = { dossier: tryFacts(question.dossier, tried), steps: triedSteps(tried) };
    try {
      const found = await asking.ask({ ...question, change });
      if (found === undefined) return;
      answer = found;
    } catch {
      failed = true;
    }
    isWorking = false;
  }

  $effect(() => {
    const tried = moves();
    const isJudged = verdict.assessment !== undefined && verdict.problems.length === 0;
    if (tried.length === 0) [answer, isWorking, failed] = [undefined, false, false];
    else if (isJudged) untrack(() => void ask(tried));
    return asking.stop;
  });

  return {
    get answer() {
      return answer;
    },
    get isWorking() {
      return isWorking;
    },
    get failed() {
      return failed;
    },
  };
}

export const isWhatIf = (answer: Difference): answer is WhatIf => 'routes' in answer;
