import { parentPort } from 'node:worker_threads';

/** What a thread says: the answer, or where in the code it failed. */
export type Said =
  | { readonly state: 'answered'; readonly answer: unknown }
  | { readonly state: 'failed'; readonly where: string };

/** Answers one question after another inside a thread. */
export function answerAsks<Ask, Answer>(answer: (ask: Ask) => Answer): void {
  const port = parentPort;
  if (port === null) throw new Error('This file is made to run in a worker thread.');
  port.on('message', (ask: Ask) => port.postMessage(say(() => answer(ask))));
}

function say(answer: () => unknown): Said {
  try {
    return { state: 'answered', answer: answer() };
  } catch (error) {
    return { state: 'failed', where: placesOf(error) };
  }
}

/** The name of an error and the places it came through, without its message. */
export function placesOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const stack = error.stack ?? '';
  const places = stack.slice(stack.indexOf(error.message) + error.message.length).split('\n');
  return [error.name, ...places.filter((line) => /^ {4}at /.test(line))].join('\n');
}
