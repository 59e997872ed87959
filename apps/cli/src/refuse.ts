/** What a person or a program reads when something must be corrected. Nothing is written to standard output then. */
import type { Problem } from '@testamur/engines/kernel';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Host } from './host.ts';
import type { InputProblem } from './input/read-request.ts';
import { cleanText } from './show/wrap.ts';

export type Refusal = { readonly json: boolean; readonly code?: ExitCode };

export function refuse(
  problems: readonly InputProblem[],
  host: Host,
  { json, code = EXIT.badInput }: Refusal,
): ExitCode {
  if (json) host.writeError(`${JSON.stringify({ problems })}\n`);
  else host.writeError(`${problems.map(describeProblem).join('\n')}\n`);
  return code;
}

/** `dossier.yaml:12:5 /exams/entries/0/takenOn: message`, then what to do. */
export function describeProblem({ option, file, position, at, message, hint }: InputProblem): string {
  const line = position === undefined ? '' : `:${position.line}:${position.column}`;
  const place = [option, file === undefined ? undefined : `${file}${line}`, at === '' ? undefined : at];
  const named = cleanText(place.filter((part) => part !== undefined).join(' '));
  const told = cleanText(message);
  return [
    named === '' ? told : `${named}: ${told}`,
    ...(hint === undefined ? [] : [`  ${cleanText(hint)}`]),
  ].join('\n');
}

/** The product itself is not ready. */
export const cannotRun = (problem: Problem, host: Host, json: boolean): ExitCode =>
  refuse([problem], host, { json, code: EXIT.cannotRun });
