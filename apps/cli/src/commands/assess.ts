import { canonicalise, expectOk, formatDay } from '@testamur/engines/kernel';
import { assessDossier, type Library, openLibrary } from '@testamur/services/recognising';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { readQuestion } from '../input/read-question.ts';
import { cannotRun, refuse } from '../refuse.ts';
import { showAssessment } from '../show/assessment.ts';

export type AssessArguments = {
  readonly file: string;
  readonly jurisdictions?: readonly string[] | undefined;
  readonly on?: string | undefined;
  readonly knownOn?: string | undefined;
  readonly allRoutes: boolean;
  readonly json: boolean;
};

/** `testamur assess FILE`: the dossier judged by every authority, or by those asked for. */
export async function runAssess(given: AssessArguments, host: Host): Promise<ExitCode> {
  const read = host.library();
  if (!read.ok) return cannotRun(read.error, host, given.json);
  const library: Library = openLibrary(read.value.law, read.value.registry);
  const question = await readQuestion(given, host, library);
  if (!question.ok) return refuse(question.error, host, given);
  const { dossier, on, knownOn, packs, notes } = question.value;
  const assessment = assessDossier(library, { dossier, on, knownOn, only: packs.map(({ pack }) => pack) });
  for (const note of notes) host.writeError(`${note}\n`);
  if (given.json)
    host.write(`${expectOk(canonicalise(assessment), `an assessment of ${formatDay(on)} is JSON`)}\n`);
  else
    host.write(
      showAssessment(assessment, library.book, {
        colour: host.colour,
        width: host.width,
        allRoutes: given.allRoutes,
        ...(dossier.title === undefined ? {} : { title: dossier.title }),
      }),
    );
  return EXIT.answered;
}
