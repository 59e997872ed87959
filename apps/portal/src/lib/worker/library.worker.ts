/// <reference lib="webworker" />
/** Runs beside the page, so that typing and scrolling never wait for a verdict. */
import { ANSWERS } from './answers.ts';
import type { Question, Reply, ToWorker } from './messages.ts';
import { begin } from './open-library.ts';

const answerOf = ANSWERS as Readonly<Record<string, (ask: unknown) => Promise<unknown>>>;

self.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if ('files' in data) begin(data);
  else self.postMessage(await replyTo(data));
});

async function replyTo({ number, call, ask }: Question): Promise<Reply> {
  try {
    return { number, answer: await answerOf[call]?.(ask) };
  } catch (error) {
    return { number, failure: error instanceof Error ? error.message : String(error) };
  }
}
