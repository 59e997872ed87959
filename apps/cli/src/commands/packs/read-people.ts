/** People from a table or from a folder of dossiers; whoever cannot be judged is named with the place of the fault. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '@testamur/engines/kernel';
import {
  type Dossier,
  type DossierContext,
  peopleOfCsv,
  type TableProblem,
  validateDossier,
} from '@testamur/engines/recognition';
import { parseDocument } from '../../input/parse-document.ts';
import type { InputProblem } from '../../input/read-request.ts';

export type People = {
  readonly people: readonly { readonly id: string; readonly dossier: Dossier }[];
  readonly refused: number;
  readonly problems: readonly (TableProblem & { readonly file: string })[];
};

const NOBODY: People = { people: [], refused: 0, problems: [] };

export function readPeople(
  place: string | undefined,
  context: DossierContext,
): Result<People, readonly InputProblem[]> {
  if (place === undefined) return ok(NOBODY);
  if (!existsSync(place))
    return err([
      {
        code: 'INPUT_UNREADABLE',
        option: '--people',
        message: `${place} cannot be read: there is no such file.`,
        hint: 'Give a table (.csv) or a folder of dossiers.',
      },
    ]);
  return statSync(place).isDirectory() ? ok(readFolder(place, context)) : readTable(place, context);
}

function readTable(file: string, context: DossierContext): Result<People, readonly InputProblem[]> {
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    return err([
      {
        code: 'INPUT_NOT_TEXT',
        option: '--people',
        message: `${file} is not text in UTF-8.`,
        hint: 'Save it as UTF-8.',
      },
    ]);
  }
  const { people, problems, refused, headless } = peopleOfCsv(text, context);
  const placed = problems.map((problem) => ({ ...problem, file }));
  if (!headless) return ok({ people, refused, problems: placed });
  return err(
    placed.map(({ line, column, text: written, message, hint }) => ({
      code: 'INPUT_COLUMN',
      file,
      position: { line, column },
      message: written === '' ? message : `${written}: ${message}`,
      hint,
    })),
  );
}

/** Every dossier of the folder, in YAML or JSON; other files are left alone. */
function readFolder(folder: string, context: DossierContext): People {
  const files = readdirSync(folder)
    .filter((name) => /\.(ya?ml|json)$/i.test(name))
    .sort()
    .map((name) => path.join(folder, name));
  const read = files.map((file) => readDossier(file, context));
  return {
    people: read.flatMap((each) => ('dossier' in each ? [each] : [])),
    refused: read.filter((each) => 'problems' in each).length,
    problems: read.flatMap((each) => ('problems' in each ? each.problems : [])),
  };
}

type Read = { readonly id: string; readonly dossier: Dossier } | { readonly problems: People['problems'] };

function readDossier(file: string, context: DossierContext): Read {
  const document = parseDocument(readFileSync(file, 'utf8'), file);
  const place = { line: 1, column: 1 };
  if (!document.ok)
    return {
      problems: document.error.map(({ message, hint = '', position = place }) => ({
        ...position,
        file,
        text: '',
        message,
        hint,
      })),
    };
  const checked = validateDossier(document.value.value, context);
  if (checked.ok) return { id: path.basename(file), dossier: checked.value };
  return {
    problems: checked.error.map(({ at = '', message, hint = '' }) => ({
      ...(document.value.locate(at) ?? place),
      file,
      fact: at,
      text: '',
      message,
      hint,
    })),
  };
}
