/** Questions that follow each other: the latest one wins, and the worker stops working on the one before. */
import { type CallOptions, callWorker } from './call-worker.ts';
import { Cancelled } from './cancelled.ts';
import type { CallName, WorkerCalls } from './messages.ts';

export type AskLatest<Name extends CallName> = {
  /** Undefined when a later question, or the end, came first. */
  readonly ask: (
    question: WorkerCalls[Name]['ask'],
    options?: Pick<CallOptions, 'onProgress'>,
  ) => Promise<WorkerCalls[Name]['answer'] | undefined>;
  readonly stop: () => void;
};

/** @example const fronts = askLatest('front'); const front = await fronts.ask({ ...question, target }, { onProgress }); */
export function askLatest<Name extends CallName>(call: Name): AskLatest<Name> {
  let current: AbortController | undefined;
  return {
    ask: async (question, { onProgress } = {}) => {
      current?.abort();
      const mine = new AbortController();
      current = mine;
      try {
        return await callWorker(call, question, {
          signal: mine.signal,
          ...(onProgress === undefined ? {} : { onProgress }),
        });
      } catch (error) {
        if (error instanceof Cancelled) return undefined;
        throw error;
      }
    },
    stop: () => current?.abort(),
  };
}
