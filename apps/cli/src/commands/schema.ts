import { ASSESSMENT_PARTS, AssessmentSchema, bundleSchema } from '@testamur/adapters/http';
import { dossierSchema } from '@testamur/engines/recognition';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { libraryOf } from '../open-library.ts';
import { cannotRun, refuse } from '../refuse.ts';

const NAMES = ['assessment', 'dossier'];

/** `testamur schema NAME`: a published JSON Schema (draft 2020-12). That of a dossier is made from the vocabulary of the packs. */
export async function runSchema(name: string, host: Host): Promise<ExitCode> {
  if (!NAMES.includes(name))
    return refuse(
      [
        {
          code: 'INPUT_ARGUMENTS',
          message: `There is no schema ${JSON.stringify(name)}.`,
          hint: `There are: ${NAMES.join(', ')}; others are in docs/schemas.`,
        },
      ],
      host,
      { json: false },
    );
  if (name === 'assessment') {
    host.write(
      `${JSON.stringify(bundleSchema('urn:testamur:assessment:1', AssessmentSchema, ASSESSMENT_PARTS), null, 2)}\n`,
    );
    return EXIT.answered;
  }
  const library = libraryOf(host);
  if (!library.ok) return cannotRun(library.error, host, false);
  host.write(`${JSON.stringify(dossierSchema(library.value.book.vocabulary), null, 2)}\n`);
  return EXIT.answered;
}
