import type { KernelCode, KernelProblem } from './errors.ts';
import type { Token, TokenFault } from './json-token.ts';
import { toPointer } from './problem.ts';

/** Where the reading of one text stands. A function that reads answers `undefined` when it has set `problem`. */
export type JsonReader = {
  readonly text: string;
  readonly maxDepth: number;
  /** The way from the outermost value to the one being read. */
  readonly steps: (string | number)[];
  position: number;
  problem: KernelProblem | undefined;
};

/** Space, tab, line feed and carriage return only (RFC 8259 section 2). */
export function skipSpace(reader: JsonReader): void {
  while (' \t\n\r'.includes(reader.text[reader.position] ?? '.')) reader.position += 1;
}

/** Passes over the mark and the space behind it, when it stands here. */
export function passMark(reader: JsonReader, mark: string): boolean {
  if (reader.text[reader.position] !== mark) return false;
  reader.position += 1;
  skipSpace(reader);
  return true;
}

export function takeToken<T>(reader: JsonReader, token: Token<T> | TokenFault): T | undefined {
  if ('fault' in token) {
    reader.position = token.position;
    return failSyntax(reader, token.fault);
  }
  reader.position = token.end;
  return token.value;
}

export function failSyntax(reader: JsonReader, message: string): undefined {
  const ended = reader.position >= reader.text.length;
  return fail(reader, 'KERNEL_JSON_SYNTAX', ended ? `The text ends too early. ${message}` : message);
}

/** Records the problem of this place. Nothing is read after the first. */
export function fail(reader: JsonReader, code: KernelCode, message: string): undefined {
  const before = reader.text.slice(0, reader.position).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  reader.problem = {
    code,
    message: `Line ${before.length}, column ${column}: ${message}`,
    at: toPointer(reader.steps),
  };
  return undefined;
}
