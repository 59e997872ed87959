/// <reference lib="webworker" />
/** Runs beside the page, so that typing and scrolling never wait for a verdict. */
import { ANSWERS } from './answers.ts';
import type { Question, Reply } from './messages.ts';

const answerOf = ANSWERS as Readonly<Record<string, (ask: unknown) => Promise<unknown>>>;

self.addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  self.postMessage(await replyTo(data));
});

async function replyTo({ number, call, ask }: Question): Promise<Reply> {
  try {
    return { number, answer: await answerOf[call]?.(ask) };
  } catch (error) {
    return { number, failure: error instanceof Error ? error.message : String(error) };
  }
}
