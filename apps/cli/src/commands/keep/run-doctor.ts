import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import type { Chosen } from '../db/open-chosen.ts';
import { environmentOf } from './read-environment.ts';

const MARKS = { well: '✓', doubtful: '!', ill: '✗', 'not-run': '–' } as const;

/** `testamur doctor`: exit code 1 when something is ill. */
export async function runDoctor(given: Chosen, host: Host): Promise<ExitCode> {
  const { examine } = await import('@testamur/server');
  const findings = await examine(environmentOf(given), process.cwd());
  const lines = findings.flatMap(({ id, state, says, remedy }) => [
    `${MARKS[state]} ${id}: ${says}`,
    ...(remedy === undefined ? [] : [`    ${remedy}`]),
  ]);
  host.write(
    given.json ? `${JSON.stringify({ schema: 'testamur/doctor/1', findings })}\n` : `${lines.join('\n')}\n`,
  );
  return findings.some(({ state }) => state === 'ill') ? EXIT.faultsFound : EXIT.answered;
}
