/** A question of the command line as a request that may be judged, or everything that is wrong with it, placed where the person wrote it. */
import { err, ok, type Problem, type Result } from '@testamur/engines/kernel';
import {
  type AssessmentRequest,
  type Library,
  type QuestionProblem,
  readQuestion,
} from '@testamur/services/recognising';
import type { Host } from '../host.ts';
import { type ParsedDocument, type Position, parseDocument } from './parse-document.ts';

export type Asked = {
  /** `-` is standard input. */
  readonly file: string;
  readonly jurisdictions?: readonly string[] | undefined;
  readonly on?: string | undefined;
  readonly knownOn?: string | undefined;
};

/** Where it is: the option, or the file, a line of it where there is one, and the JSON Pointer of the field. */
export type InputProblem = Problem & {
  readonly option?: string;
  readonly file?: string;
  readonly position?: Position;
};

export async function readRequest(
  asked: Asked,
  host: Host,
  library: Library,
): Promise<Result<AssessmentRequest, readonly InputProblem[]>> {
  const file = asked.file === '-' ? 'standard input' : asked.file;
  const text = await host.readText(asked.file);
  if (!text.ok) return err([text.error]);
  const document = parseDocument(text.value, asked.file);
  if (!document.ok) return err(document.error.map((problem) => ({ ...problem, file })));
  const { on, knownOn, jurisdictions } = asked;
  const request = readQuestion(
    {
      dossier: document.value.value,
      ...(on === undefined ? {} : { on }),
      ...(knownOn === undefined ? {} : { knownOn }),
      ...(jurisdictions === undefined ? {} : { jurisdictions }),
    },
    { library, today: host.today, latest: host.today },
  );
  if (request.ok) return ok(request.value);
  return err(request.error.map((problem) => placeProblem(problem, document.value, file)));
}

const OPTIONS: Readonly<Record<string, string>> = {
  on: '--on',
  knownOn: '--known-on',
  jurisdictions: '--jurisdiction',
};

/** The question is put together here: only its dossier has a place in the file. */
function placeProblem(
  { at = '', ...problem }: QuestionProblem,
  document: ParsedDocument,
  file: string,
): InputProblem {
  const [, member = '', ...rest] = at.split('/');
  const option = OPTIONS[member];
  if (option !== undefined) return { ...problem, option };
  const pointer = rest.map((step) => `/${step}`).join('');
  const position = document.locate(pointer);
  return { ...problem, at: pointer, file, ...(position === undefined ? {} : { position }) };
}
