/**
 * What every room says when it refuses: for programs a closed `code`, for people a sentence that tells what is wrong and where.
 * `at` is a JSON Pointer (RFC 6901) into the input, `''` being the whole of it; `hint` tells what to do next.
 */
export type Problem<Code extends string = string> = {
  readonly code: Code;
  readonly message: string;
  readonly at?: string;
  readonly hint?: string;
};

/** The same problem seen from further out: `at` gains the steps that lead from the outer input to the inner one. */
export function locateProblem<P extends Problem>(problem: P, steps: readonly (string | number)[]): P {
  return { ...problem, at: toPointer(steps) + (problem.at ?? '') };
}

/** RFC 6901 section 3: `~` is written `~0` and `/` is written `~1`. */
export function toPointer(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

const QUOTED_LENGTH = 40;

/** Untrusted text made fit to stand in a message: one line, quoted, short, and free of lone surrogates. */
export function quoteText(text: string): string {
  const short = text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH)}…` : text;
  return JSON.stringify(short);
}
