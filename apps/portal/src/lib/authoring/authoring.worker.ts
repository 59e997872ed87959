/// <reference lib="webworker" />
/** Computes what the page of a change shows, beside it, so that typing never waits. Nothing leaves the browser. */

import { AUTHORING } from './answers.ts';
import type { Asked, Told } from './messages.ts';

type Answer = (ask: unknown, tell: (judged: number) => void) => Promise<unknown>;
const answerOf = AUTHORING as Readonly<Record<string, Answer>>;

self.addEventListener('message', async ({ data: { number, call, ask } }: MessageEvent<Asked>) => {
  const post = (told: Told): void => self.postMessage(told);
  try {
    post({ number, answer: await answerOf[call]?.(ask, (judged) => post({ number, judged })) });
  } catch (error) {
    post({ number, failure: error instanceof Error ? error.message : String(error) });
  }
});
