/** From a file to a dossier that may be judged, or everything that is wrong with it. */
import { type Day, err, ok, type Problem, type Result } from '@testamur/engines/kernel';
import { type Dossier, validateDossier } from '@testamur/engines/recognition';
import type { Library } from '@testamur/services/recognising';
import type { Host } from '../host.ts';
import { type Position, parseDocument } from './parse-document.ts';

/** Where it is: the file, a line of it where there is one, the JSON Pointer of the field. */
export type InputProblem = Problem & { readonly file?: string; readonly position?: Position };

export async function readDossier(
  file: string,
  host: Host,
  library: Library,
  today: Day,
): Promise<Result<Dossier, readonly InputProblem[]>> {
  const text = await host.readText(file);
  if (!text.ok) return err([text.error]);
  const parsed = parseDocument(text.value, file);
  const name = file === '-' ? 'standard input' : file;
  if (!parsed.ok) return err(parsed.error.map((problem) => ({ ...problem, file: name })));
  const { schools } = library.registry;
  const dossier = validateDossier(parsed.value.value, {
    vocabulary: library.book.vocabulary,
    schools: (id) => schools.get(id),
    today,
  });
  if (dossier.ok) return ok(dossier.value);
  return err(
    dossier.error.map((problem) => {
      const position = parsed.value.locate(problem.at ?? '');
      return { ...problem, file: name, ...(position === undefined ? {} : { position }) };
    }),
  );
}
