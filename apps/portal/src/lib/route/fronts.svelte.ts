/** The ways to one target, searched beside the page: what is known so far is shown as it comes, and the latest question wins. */
import type { Front, PlanTarget, SearchProgress, Wishes } from '@testamur/engines/planner';
import { untrack } from 'svelte';
import { verdict } from '../results/verdict.svelte.ts';
import { askLatest } from '../worker/ask-latest.ts';
import type { AssessQuestion } from '../worker/messages.ts';

export type FrontWanted = { readonly target: PlanTarget; readonly wishes?: Wishes | undefined };

export type FrontSearch = {
  /** The answer, once it is there. */
  readonly front: Front | undefined;
  /** The best so far, while it searches and where it was stopped. */
  readonly progress: SearchProgress | undefined;
  readonly state: 'waiting' | 'searching' | 'stopped' | 'done' | 'failed';
  /** Keeps what was found so far. */
  readonly stop: () => void;
  readonly again: () => void;
};

/** Call it while a component is made: it searches anew when the verdict or what is wanted changes, and stops when the component goes. */
export function keepFront(wanted: () => FrontWanted): FrontSearch {
  const searches = askLatest('front');
  let front = $state.raw<Front | undefined>();
  let progress = $state.raw<SearchProgress | undefined>();
  let state = $state<FrontSearch['state']>('waiting');

  async function search(question: AssessQuestion, { target, wishes }: FrontWanted): Promise<void> {
    [progress, state] = [undefined, 'searching'];
    const onProgress = (told: SearchProgress): void => {
      progress = told;
    };
    try {
      const found = await searches.ask({ ...question, target, wishes }, { onProgress });
      if (found !== undefined) [front, state] = [found, 'done'];
    } catch {
      state = 'failed';
    }
  }

  function again(): void {
    if (verdict.judged !== undefined) void search(verdict.judged, wanted());
  }

  $effect(() => {
    const { judged, assessment } = verdict;
    const now = wanted();
    if (judged !== undefined && assessment !== undefined) untrack(() => void search(judged, now));
    return searches.stop;
  });

  return {
    get front() {
      return front;
    },
    get progress() {
      return progress;
    },
    get state() {
      return state;
    },
    stop: () => {
      searches.stop();
      [front, state] = [undefined, 'stopped'];
    },
    again,
  };
}
