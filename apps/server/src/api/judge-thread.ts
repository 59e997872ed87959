/** The program of a thread that judges dossiers and prints what came of it. It keeps nothing of them. */
import { openTypesetter } from '@testamur/adapters/documents';
import { readLibrary } from '@testamur/adapters/library';
import { answerAsks } from '@testamur/adapters/threads';
import { expectOk, ok, type Result } from '@testamur/engines/kernel';
import type { ReachPart } from '@testamur/services/reaching';
import { openLibrary, type QuestionProblem } from '@testamur/services/recognising';
import { answerAsk, answerReach, type JudgeAsk, type ReachAsk } from './answer-ask.ts';
import { type DocumentAsk, printPlan } from './answer-document.ts';
import { makePress, type Press } from './press.ts';

export type ThreadAsk = JudgeAsk | DocumentAsk | ReachAsk;
export type ThreadAnswer = Result<string | Uint8Array | ReachPart, readonly QuestionProblem[]>;

const { law, registry, languages } = expectOk(readLibrary(), 'the library with which the server started');
const library = openLibrary(law, registry);
/** Fonts are read when the first document is asked for. */
let press: Press | undefined;

answerAsks<ThreadAsk, ThreadAnswer>((ask) => {
  if (ask.act === 'reach') return ok(answerReach(library, ask));
  if (ask.act !== 'print') return answerAsk(library, ask);
  press ??= makePress(openTypesetter(), languages);
  return printPlan(library, ask, press);
});
