import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { startThreads, type ThreadsProblem } from '@testamur/adapters/threads';
import { err, type Result } from '@testamur/engines/kernel';
import type { QuestionProblem } from '@testamur/services/recognising';
import type { JudgeAnswer, JudgeAsk } from './answer-ask.ts';

/** Answers questions about dossiers away from the event loop; each answer is the text of canonical JSON. */
export type Judge = {
  ask(
    ask: JudgeAsk,
    signal: AbortSignal,
  ): Promise<Result<string, readonly (QuestionProblem | ThreadsProblem)[]>>;
  close(): Promise<void>;
};

const LIMIT_MS = 15_000;
const MOST_WAITING = 64;
const MEMORY_MB = 768;

/** Threads start when the first question comes. One processor is left to the event loop and the database. */
export function startJudge(onFailure: (where: string) => void): Judge {
  const threads = startThreads<JudgeAsk, JudgeAnswer>({
    file: createRequire(import.meta.url).resolve('@testamur/server/judge-thread'),
    threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
    mostWaiting: MOST_WAITING,
    limitMs: LIMIT_MS,
    memoryMb: MEMORY_MB,
    onFailure,
  });
  return {
    ask: async (ask, signal) => {
      const answer = await threads.ask(ask, signal);
      return answer.ok ? answer.value : err([answer.error]);
    },
    close: () => threads.close(),
  };
}
