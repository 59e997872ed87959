/** What a person or a program reads when something must be corrected. Nothing is written to standard output then. */
import type { Problem } from '@testamur/engines/kernel';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Host } from './host.ts';
import type { InputProblem } from './input/read-dossier.ts';

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

export function describeProblem({ file, position, at, message, hint }: InputProblem): string {
  const place = [
    ...(file === undefined
      ? []
      : [position === undefined ? file : `${file}:${position.line}:${position.column}`]),
    ...(at === undefined || at === '' ? [] : [at]),
  ].join(' ');
  return [place === '' ? message : `${place}: ${message}`, ...(hint === undefined ? [] : [`  ${hint}`])].join(
    '\n',
  );
}

/** The product itself is not ready. */
export const cannotRun = (problem: Problem, host: Host, json: boolean): ExitCode =>
  refuse([problem], host, { json, code: EXIT.cannotRun });
