import type { KernelProblem, Problem } from '@testamur/engines/kernel';
import type { DossierProblem } from '@testamur/engines/recognition';

/** Every way this room itself can refuse; days and dossiers are refused by the rooms that read them. */
export type RecognisingCode =
  | 'RECOGNISING_BEFORE_COVERAGE' // no pack asked for holds law for that day
  | 'RECOGNISING_PACK_UNKNOWN' // a pack was asked for that the library does not have
  | 'RECOGNISING_POINT_UNKNOWN' // a point of a front was chosen that it does not have
  | 'RECOGNISING_ROUTE_UNKNOWN' // a route was asked for that no pack has
  | 'RECOGNISING_STEP_UNKNOWN' // a wish names a step that the library does not have
  | 'RECOGNISING_TARGET_UNCLEAR' // neither one route nor one pack
  | 'RECOGNISING_TOO_MANY_DEGREES' // more degrees than one question may hold
  | 'RECOGNISING_TOO_MANY_ENTRIES'; // more entries in all its lists than one question may hold

export type QuestionProblem = Problem<RecognisingCode> | KernelProblem | DossierProblem;
