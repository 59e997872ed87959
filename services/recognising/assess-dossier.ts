import type { Day } from '@testamur/engines/kernel';
import { type Assessment, assessPerson, type Dossier } from '@testamur/engines/recognition';
import type { Library } from './library.ts';

export type AssessmentRequest = {
  /** A dossier that has been checked. */
  readonly dossier: Dossier;
  /** The law of this day. */
  readonly on: Day;
  /** As it was known on this day. */
  readonly knownOn: Day;
  /** Packs to judge; all where absent. */
  readonly only?: readonly string[];
};

/**
 * One dossier, judged by every authority of the library. Browser, server and command line call this one function, so that they cannot differ.
 */
export function assessDossier(library: Library, request: AssessmentRequest): Assessment {
  const { schools } = library.registry;
  return assessPerson(library.lawOf(request.on, request.knownOn), {
    registry: library.view,
    schools: (id) => schools.get(id),
    dossier: request.dossier,
    ...(request.only === undefined ? {} : { only: request.only }),
  });
}
