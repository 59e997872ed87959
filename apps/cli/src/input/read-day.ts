import { type Day, err, ok, parseDay, type Result } from '@testamur/engines/kernel';
import type { InputProblem } from './read-dossier.ts';

/** The day of an option; absent, `otherwise`. */
export function readDay(option: string, text: string | undefined, otherwise: Day): Result<Day, InputProblem> {
  if (text === undefined) return ok(otherwise);
  const day = parseDay(text);
  if (day.ok) return day;
  return err({
    ...day.error,
    message: `--${option}: ${day.error.message}`,
    hint: day.error.hint ?? 'Give a day that exists, such as 2026-11-22.',
  });
}
