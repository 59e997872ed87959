import type { Day } from '@testamur/engines/kernel';
import { type Assessment, assess, type Dossier, referenceEvaluator } from '@testamur/engines/recognition';
import { registryViewOf } from '@testamur/engines/recognition/registry';
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
  return assess({
    book: library.book,
    registry: registryViewOf(library.registry),
    schools: (id) => schools.get(id),
    evaluator: referenceEvaluator,
    dossier: request.dossier,
    on: request.on,
    knownOn: request.knownOn,
    ...(request.only === undefined ? {} : { only: request.only }),
  });
}
