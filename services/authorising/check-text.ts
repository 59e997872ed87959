import { err, ok, type Result } from '@testamur/engines/kernel';
import { type AuthorisingProblem, refuseAct } from './errors.ts';

const LONGEST = 200;

/** A name or a reason as typed: trimmed, one line, neither empty nor endless. */
export function readLine(text: string, name: string, longest = LONGEST): Result<string, AuthorisingProblem> {
  const line = text.normalize('NFC').trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a line may not hold
  if (line !== '' && line.length <= longest && !/[\u0000-\u001f\u007f]/.test(line)) return ok(line);
  return err(unusable(name, `It must be one line of 1 to ${longest} characters.`));
}

export function unusable(name: string, why: string): AuthorisingProblem {
  return refuseAct('AUTHORISING_INPUT', `The ${name} cannot be used. ${why}`, `Correct the ${name}.`);
}
