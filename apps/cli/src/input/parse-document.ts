/** The text of a dossier as plain data: JSON, or YAML in the strict subset. Nothing is guessed from a broken text. */
import { parseYaml } from '@testamur/adapters/packs';
import { err, ok, type Problem, parseJson, type Result } from '@testamur/engines/kernel';

export type Position = { readonly line: number; readonly column: number };
export type ParsedDocument = {
  readonly value: unknown;
  /** Line and column of a JSON Pointer; JSON has none, its pointers are enough. */
  readonly locate: (pointer: string) => Position | undefined;
};
export type DocumentProblem = Problem & { readonly position?: Position };

export function parseDocument(
  text: string,
  file: string,
): Result<ParsedDocument, readonly DocumentProblem[]> {
  return isJson(text, file) ? parseJsonDocument(text) : parseYamlDocument(text, file);
}

/** JSON is YAML too, but its own reader refuses more and says better where. */
const isJson = (text: string, file: string): boolean =>
  /\.json$/i.test(file) || (!/\.ya?ml$/i.test(file) && /^\s*[{[]/.test(text));

function parseJsonDocument(text: string): Result<ParsedDocument, readonly DocumentProblem[]> {
  const parsed = parseJson(text);
  if (!parsed.ok) return err([{ hint: 'Correct the JSON at this place.', ...parsed.error }]);
  return ok({ value: parsed.value, locate: () => undefined });
}

function parseYamlDocument(text: string, file: string): Result<ParsedDocument, readonly DocumentProblem[]> {
  if (isTooDeep(text)) return err([tooDeep()]);
  const { value, problems } = parseYaml(text, file);
  if (value === undefined)
    return err(
      problems.map(({ line, column, message }) => ({
        code: 'INPUT_YAML',
        message: message.replace(' in packs', ''),
        hint: 'Correct the YAML at this place.',
        position: { line, column },
      })),
    );
  return ok({ value: value.value, locate: (pointer) => value.locate(stepsOf(pointer, value.value)) });
}

const MOST_DEPTH = 64;

/**
 * A parser of YAML calls itself for each level, so depth is bounded before it starts: by brackets that open inside each other, by
 * spaces of indentation, and by marks of nesting (`- - -`, `? ?`) in one line. Brackets in texts count too: no dossier has so many.
 */
function isTooDeep(text: string): boolean {
  let open = 0;
  for (const mark of text) {
    if (mark === '[' || mark === '{') open += 1;
    else if (mark === ']' || mark === '}') open = Math.max(0, open - 1);
    if (open > MOST_DEPTH) return true;
  }
  return text.split('\n').some((line) => {
    const head = /^[\s?:-]*/.exec(line)?.[0] ?? '';
    return head.length > 4 * MOST_DEPTH || (head.match(/[?:-](?=\s)/g) ?? []).length > MOST_DEPTH;
  });
}

const tooDeep = (): DocumentProblem => ({
  code: 'INPUT_TOO_DEEP',
  message: `More than ${MOST_DEPTH} lists and objects stand inside each other.`,
  hint: 'A dossier needs six levels; correct the brackets or the indentation.',
});

/** RFC 6901; a number leads into a list. */
function stepsOf(pointer: string, root: unknown): readonly (string | number)[] {
  let here = root;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((name) => {
      const step = Array.isArray(here) ? Number(name) : name;
      here = (here as Record<string | number, unknown> | undefined)?.[step];
      return step;
    });
}
