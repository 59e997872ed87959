import type { RunningWork } from './work.ts';

/** Runs a turn at once and again so long after the last one has ended; never two at a time. A turn that fails is told, and the next one comes. */
export function every(
  ms: number,
  turn: () => Promise<void>,
  onFailure: (error: unknown) => void,
): RunningWork {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current = Promise.resolve();
  const go = () => {
    current = turn()
      .catch(onFailure)
      .then(() => {
        if (!stopped) timer = setTimeout(go, ms);
      });
  };
  go();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
