import type { Day, Result } from '@testamur/engines/kernel';
import {
  type Library,
  type Question,
  type QuestionProblem,
  writeAssessment,
} from '@testamur/services/recognising';

/** What a thread is asked; plain data, because it travels between threads. */
export type JudgeAsk = {
  readonly act: 'assess';
  readonly question: Question;
  readonly today: Day;
  readonly latest: Day;
};
export type JudgeAnswer = Result<string, readonly QuestionProblem[]>;

export function answerAsk(library: Library, ask: JudgeAsk): JudgeAnswer {
  const { question, today, latest } = ask;
  return writeAssessment(question, { library, today, latest });
}
