/// <reference lib="webworker" />
/** Runs beside the page, so that typing and scrolling never wait for a verdict. */
import { ANSWERS } from './answers.ts';
import type { Question, Reply, ToWorker } from './messages.ts';
import { begin } from './open-library.ts';
import type { Pieces } from './run-in-pieces.ts';

const answerOf = ANSWERS as Readonly<Record<string, (ask: unknown, pieces: Pieces) => Promise<unknown>>>;
/** Questions for which somebody still waits. */
const waitedFor = new Set<number>();

self.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if ('files' in data) begin(data);
  else if ('cancel' in data) waitedFor.delete(data.cancel);
  else await answer(data);
});

async function answer({ number, call, ask }: Question): Promise<void> {
  waitedFor.add(number);
  const isCancelled = (): boolean => !waitedFor.has(number);
  const reply = (told: Reply): void => {
    if (!isCancelled()) self.postMessage(told);
  };
  try {
    const pieces: Pieces = { isCancelled, tell: (progress) => reply({ number, progress }) };
    reply({ number, answer: await answerOf[call]?.(ask, pieces) });
  } catch (error) {
    reply({ number, failure: error instanceof Error ? error.message : String(error) });
  }
  waitedFor.delete(number);
}
