import type { Problem } from '@testamur/engines/kernel';

/** Every way this room can refuse. */
export type ThreadsCode =
  | 'THREADS_ABANDONED' // whoever asked has gone
  | 'THREADS_BUSY' // too many questions wait already
  | 'THREADS_EXHAUSTED' // the answer took more memory than allowed
  | 'THREADS_FAILED' // a fault of ours
  | 'THREADS_STOPPED' // the pool is closed
  | 'THREADS_TIMED_OUT'; // the answer took longer than allowed

export type ThreadsProblem = Problem<ThreadsCode>;

const SENTENCES: Readonly<Record<ThreadsCode, readonly [message: string, hint: string]>> = {
  THREADS_ABANDONED: ['Whoever asked has gone.', 'Ask again.'],
  THREADS_BUSY: ['Too many questions are being answered at the moment.', 'Try again in some seconds.'],
  THREADS_EXHAUSTED: ['The answer to this question takes too much memory.', 'Ask for less at once.'],
  THREADS_FAILED: [
    'Something failed on our side; nothing was changed.',
    'Try again, or report what you did.',
  ],
  THREADS_STOPPED: ['The server is stopping.', 'Try again in a minute.'],
  THREADS_TIMED_OUT: [
    'The answer to this question takes too long.',
    'Ask for less at once, or try again later.',
  ],
};

export function threadsProblem(code: ThreadsCode): ThreadsProblem {
  const [message, hint] = SENTENCES[code];
  return { code, message, hint };
}
