/** The built law and registry, opened for a command; without them nothing can be judged. */
import { mapResult, type Problem, type Result } from '@testamur/engines/kernel';
import { type Library, openLibrary } from '@testamur/services/recognising';
import type { Host } from './host.ts';

export const libraryOf = (host: Host): Result<Library, Problem> =>
  mapResult(host.library(), ({ law, registry }) => openLibrary(law, registry));
