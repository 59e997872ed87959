import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { startThreads, type ThreadsProblem } from '@testamur/adapters/threads';
import { err, type Result } from '@testamur/engines/kernel';
import type { ReachPart } from '@testamur/services/reaching';
import type { QuestionProblem } from '@testamur/services/recognising';
import type { JudgeAsk, ReachAsk } from './answer-ask.ts';
import type { DocumentAsk } from './answer-document.ts';
import type { ThreadAnswer, ThreadAsk } from './judge-thread.ts';

/** Answers questions about dossiers away from the event loop; each answer is the text of canonical JSON, or a document. */
export type Judge = {
  ask(ask: JudgeAsk, signal: AbortSignal): Promise<Judged<string>>;
  /** The bytes of a PDF. */
  print(ask: DocumentAsk, signal: AbortSignal): Promise<Judged<Uint8Array>>;
  /** A part of who can reach an authority. */
  reach(ask: ReachAsk): Promise<Judged<ReachPart>>;
  close(): Promise<void>;
};

type ThreadJudged = Judged<string | Uint8Array | ReachPart>;
export type Judged<Answer> = Result<Answer, readonly (QuestionProblem | ThreadsProblem)[]>;

const LIMIT_MS = 15_000;
const MOST_WAITING = 64;
const MEMORY_MB = 768;

/** Threads start when the first question comes. One processor is left to the event loop and the database. */
export function startJudge(onFailure: (where: string) => void): Judge {
  const threads = startThreads<ThreadAsk, ThreadAnswer>({
    file: createRequire(import.meta.url).resolve('@testamur/server/judge-thread'),
    threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
    mostWaiting: MOST_WAITING,
    limitMs: LIMIT_MS,
    memoryMb: MEMORY_MB,
    onFailure,
  });
  const answerOf = async (ask: ThreadAsk, signal?: AbortSignal): Promise<ThreadJudged> => {
    const answer = await threads.ask(ask, signal);
    return answer.ok ? answer.value : err([answer.error]);
  };
  return {
    ask: (ask, signal) => answerOf(ask, signal) as Promise<Judged<string>>,
    print: (ask, signal) => answerOf(ask, signal) as Promise<Judged<Uint8Array>>,
    reach: (ask) => answerOf(ask) as Promise<Judged<ReachPart>>,
    close: () => threads.close(),
  };
}
