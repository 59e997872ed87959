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

/** Words of a person in as many lines as she likes; what came with the line ends of another system is the same text. */
export function readText(text: string, name: string, longest: number): Result<string, AuthorisingProblem> {
  const words = text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a text may not hold
  const isFit = words !== '' && words.length <= longest && !/[\u0000-\u0009\u000b-\u001f\u007f]/.test(words);
  return isFit ? ok(words) : err(unusable(name, `It must be a text of 1 to ${longest} characters.`));
}

export function unusable(name: string, why: string): AuthorisingProblem {
  return refuseAct('AUTHORISING_INPUT', `The ${name} cannot be used. ${why}`, `Correct the ${name}.`);
}
