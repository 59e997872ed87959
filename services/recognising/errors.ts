import type { KernelProblem, Problem } from '@testamur/engines/kernel';
import type { DossierProblem } from '@testamur/engines/recognition';

/** Every way this room itself can refuse; days and dossiers are refused by the rooms that read them. */
export type RecognisingCode = 'RECOGNISING_PACK_UNKNOWN'; // a pack was asked for that the library does not have

export type QuestionProblem = Problem<RecognisingCode> | KernelProblem | DossierProblem;
