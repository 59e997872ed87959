/** The ways to what is compared, searched beside the page within her wishes, one after the other. */
import type { Front, Wishes } from '@testamur/engines/planner';
import { untrack } from 'svelte';
import { verdict } from '../results/verdict.svelte.ts';
import { wishes } from '../wishes/wishes.svelte.ts';
import { callWorker } from '../worker/call-worker.ts';
import { Cancelled } from '../worker/cancelled.ts';
import type { AssessQuestion } from '../worker/messages.ts';
import type { Target } from './targets.ts';

export type Compared = {
  /** By id of the target. */
  readonly fronts: ReadonlyMap<string, Front>;
  readonly failed: ReadonlySet<string>;
};

/** Call it while a component is made. */
export function keepCompared(targets: () => readonly Target[]): Compared {
  let fronts = $state.raw<ReadonlyMap<string, Front>>(new Map());
  let failed = $state.raw<ReadonlySet<string>>(new Set());
  /** What the ways at hand were searched for. */
  let asked = '';

  async function search(
    question: AssessQuestion,
    wished: Wishes,
    wanted: readonly Target[],
    signal: AbortSignal,
  ): Promise<void> {
    for (const { id, pack, route } of wanted) {
      if (fronts.has(id)) continue;
      try {
        const target = route === undefined ? { pack } : { route };
        const front = await callWorker('front', { ...question, target, wishes: wished }, { signal });
        fronts = new Map(fronts).set(id, front);
      } catch (error) {
        if (error instanceof Cancelled) return;
        failed = new Set(failed).add(id);
      }
    }
  }

  $effect(() => {
    const { judged, assessment, problems } = verdict;
    const wished = wishes.now;
    const wanted = targets();
    if (judged === undefined || assessment === undefined || problems.length > 0) return undefined;
    const stop = new AbortController();
    untrack(() => {
      const now = JSON.stringify([judged, wished]);
      if (now !== asked) [fronts, failed, asked] = [new Map(), new Set(), now];
      void search(judged, wished, wanted, stop.signal);
    });
    return () => stop.abort();
  });

  return {
    get fronts() {
      return fronts;
    },
    get failed() {
      return failed;
    },
  };
}
