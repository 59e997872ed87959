import { canonicalise, expectOk } from '@testamur/engines/kernel';
import { assessDossier } from '@testamur/services/recognising';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { type Asked, readRequest } from '../input/read-request.ts';
import { libraryOf } from '../open-library.ts';
import { cannotRun, refuse } from '../refuse.ts';
import { showAssessment } from '../show/assessment.ts';

export type AssessArguments = Asked & { readonly allRoutes: boolean; readonly json: boolean };

/** `testamur assess FILE`: the dossier judged by every authority, or by those asked for. */
export async function runAssess(given: AssessArguments, host: Host): Promise<ExitCode> {
  const library = libraryOf(host);
  if (!library.ok) return cannotRun(library.error, host, given.json);
  const request = await readRequest(given, host, library.value);
  if (!request.ok) return refuse(request.error, host, given);
  const assessment = assessDossier(library.value, request.value);
  if (given.json) {
    host.write(`${expectOk(canonicalise(assessment), 'an assessment is JSON')}\n`);
    return EXIT.answered;
  }
  const { title } = request.value.dossier;
  const { colour, width } = host;
  const options = { colour, width, allRoutes: given.allRoutes, ...(title === undefined ? {} : { title }) };
  host.write(showAssessment(assessment, library.value.book, options));
  return EXIT.answered;
}
