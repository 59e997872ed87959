/** The program of a thread that judges dossiers. It keeps nothing of them. */
import { readLibrary } from '@testamur/adapters/library';
import { answerAsks } from '@testamur/adapters/threads';
import { expectOk } from '@testamur/engines/kernel';
import { openLibrary } from '@testamur/services/recognising';
import { answerAsk, type JudgeAnswer, type JudgeAsk } from './answer-ask.ts';

const { law, registry } = expectOk(readLibrary(), 'the library with which the server started');
const library = openLibrary(law, registry);

answerAsks<JudgeAsk, JudgeAnswer>((ask) => answerAsk(library, ask));
