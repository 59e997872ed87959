import { readFileSync } from 'node:fs';
import { err, ok, type Result } from '@testamur/engines/kernel';
import type { ServerProblem } from './errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Every variable of ours may be given as a file, `NAME_FILE`, as containers and systemd hand out secrets: what stands in the environment of a
 * process is seen by more programs than a file that only its user can read.
 */
export function readFromFiles(
  environment: Environment,
  names: readonly string[],
): Result<Environment, ServerProblem> {
  const filled: Record<string, string | undefined> = { ...environment };
  for (const name of names) {
    const file = environment[`${name}_FILE`];
    if (file === undefined || file === '') continue;
    if (environment[name]) return err(givenTwice(name));
    const text = readText(file);
    if (!text.ok) return err(unreadable(name, file, text.error));
    filled[name] = text.value;
  }
  return ok(filled);
}

/** A line break at the end is the editor's, not the secret's. */
function readText(file: string): Result<string, string> {
  try {
    return ok(readFileSync(file, 'utf8').replace(/\r?\n$/, ''));
  } catch (error) {
    return err((error as NodeJS.ErrnoException).code ?? String(error));
  }
}

const givenTwice = (name: string): ServerProblem => ({
  code: 'SERVER_CONFIGURATION_INVALID',
  message: `${name} and ${name}_FILE are both set, and only one of them can count.`,
  hint: `Unset one of the two.`,
});

const unreadable = (name: string, file: string, reason: string): ServerProblem => ({
  code: 'SERVER_CONFIGURATION_INVALID',
  message: `${name}_FILE=${JSON.stringify(file)} cannot be read (${reason}).`,
  hint: `Name a file that the user of this process can read, or set ${name} itself.`,
});
