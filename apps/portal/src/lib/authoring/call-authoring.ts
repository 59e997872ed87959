/** The page's side of its worker: started at the first call, ended with the page. */
import type { Asked, AuthoringCall, AuthoringCalls, Told } from './messages.ts';

type Waiting = {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onJudged: ((judged: number) => void) | undefined;
};

export type Authoring = {
  readonly ask: <Name extends AuthoringCall>(
    call: Name,
    ask: AuthoringCalls[Name]['ask'],
    onJudged?: (judged: number) => void,
  ) => Promise<AuthoringCalls[Name]['answer']>;
  readonly end: () => void;
};

export function startAuthoring(): Authoring {
  const worker = new Worker(new URL('./authoring.worker.ts', import.meta.url), {
    type: 'module',
    name: 'authoring',
  });
  const waiting = new Map<number, Waiting>();
  let count = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    const call = waiting.get(data.number);
    if ('judged' in data) return call?.onJudged?.(data.judged);
    waiting.delete(data.number);
    if ('failure' in data) call?.reject(new Error(data.failure));
    else call?.resolve(data.answer);
  });
  worker.addEventListener('error', () => {
    for (const call of waiting.values()) call.reject(new Error('The program of this page could not start.'));
    waiting.clear();
  });
  return {
    ask: (call, ask, onJudged) => {
      count += 1;
      const number = count;
      return new Promise((resolve, reject) => {
        waiting.set(number, { resolve: resolve as (answer: unknown) => void, reject, onJudged });
        worker.postMessage({ number, call, ask } satisfies Asked);
      });
    },
    end: () => worker.terminate(),
  };
}
