/** The page's side of the worker: one worker per tab, started at the first call. */
import type { CallName, Reply, WorkerCalls } from './messages.ts';

type Waiting = { readonly resolve: (answer: unknown) => void; readonly reject: (error: Error) => void };

let worker: Worker | undefined;
let count = 0;
const waiting = new Map<number, Waiting>();

function startWorker(): Worker {
  const started = new Worker(new URL('./library.worker.ts', import.meta.url), {
    type: 'module',
    name: 'library',
  });
  started.addEventListener('message', ({ data }: MessageEvent<Reply>) => settle(data));
  started.addEventListener('error', () => abandon('The program that reads the law could not start.'));
  return started;
}

function settle(reply: Reply): void {
  const call = waiting.get(reply.number);
  waiting.delete(reply.number);
  if ('failure' in reply) call?.reject(new Error(reply.failure));
  else call?.resolve(reply.answer);
}

/** Whoever waits learns of it, and the next call starts anew. */
function abandon(why: string): void {
  worker?.terminate();
  worker = undefined;
  for (const call of waiting.values()) call.reject(new Error(why));
  waiting.clear();
}

/** @example const schools = await callWorker('findSchools', { query: 'bangalore med' }); */
export function callWorker<Name extends CallName>(
  call: Name,
  ask: WorkerCalls[Name]['ask'],
): Promise<WorkerCalls[Name]['answer']> {
  worker ??= startWorker();
  const number = ++count;
  return new Promise((resolve, reject) => {
    waiting.set(number, { resolve: resolve as (answer: unknown) => void, reject });
    worker?.postMessage({ number, call, ask });
  });
}
