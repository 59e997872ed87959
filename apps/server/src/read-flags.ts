import { parseArgs } from 'node:util';
import { err, ok, type Result } from '@testamur/engines/kernel';
import type { ServerProblem } from './errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** `--role web|worker|all`, which wins over TESTAMUR_ROLE: one unit file or image then serves all roles. */
export function readFlags(
  args: readonly string[],
  environment: Environment,
): Result<Environment, ServerProblem> {
  try {
    const { values } = parseArgs({ args: [...args], options: { role: { type: 'string' } } });
    return ok(values.role === undefined ? environment : { ...environment, TESTAMUR_ROLE: values.role });
  } catch (error) {
    return err({
      code: 'SERVER_CONFIGURATION_INVALID',
      message: `The server does not understand its arguments: ${error instanceof Error ? error.message : error}`,
      hint: 'It takes --role web, --role worker or --role all, and nothing else; the rest is set by environment.',
    });
  }
}
