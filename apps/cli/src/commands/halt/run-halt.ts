import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { HaltScope, Request } from '@testamur/services/authorising';
import { haltAtMachine, liftAtMachine } from '@testamur/services/operating';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { cannotRun, refuse } from '../../refuse.ts';
import { type Chosen, withChosen } from '../db/open-chosen.ts';
import { configurationOf } from '../keep/read-environment.ts';

export type HaltArguments = Chosen & { readonly scope: HaltScope; readonly reason: string | undefined };

/**
 * `testamur halt issuing|writes`. With DATABASE_URL a row in the database halts every process that uses it; the embedded database belongs to the
 * server while it runs, so there a file beside it does. Both are looked at by every act.
 */
export async function runHalt(given: HaltArguments, host: Host): Promise<ExitCode> {
  const { scope, reason = '' } = given;
  if (reason.trim() === '')
    return refuse(
      [
        {
          code: 'INPUT_ARGUMENTS',
          option: '--reason',
          message: 'A halt needs its reason.',
          hint: 'Say it in one line.',
        },
      ],
      host,
      given,
    );
  const configuration = await configurationOf(given, host);
  if (typeof configuration === 'number') return configuration;
  const request = requestNow(reason);
  if (configuration.databaseUrl !== undefined)
    return withChosen(given, host, async (database) => {
      const { openHaltSwitch, openPlatform } = await import('@testamur/server');
      const platform = openPlatform(database, openHaltSwitch(database, configuration.haltFile));
      const halted = await haltAtMachine(platform, request, { scope, reason });
      return halted.ok
        ? say(host, given.json, { scope, since: request.at })
        : cannotRun(halted.error, host, given.json);
    });
  const { writeHaltFile } = await import('@testamur/server');
  mkdirSync(path.dirname(configuration.haltFile), { recursive: true });
  writeHaltFile(configuration.haltFile, { scope, since: request.at, reason });
  return say(host, given.json, { scope, since: request.at });
}

/** `testamur halt lift`: the file of this machine and, with DATABASE_URL, every halt of the database. */
export async function runLift(given: Chosen, host: Host): Promise<ExitCode> {
  const configuration = await configurationOf(given, host);
  if (typeof configuration === 'number') return configuration;
  const { removeHaltFile, openHaltSwitch, openPlatform } = await import('@testamur/server');
  const wasHere = removeHaltFile(configuration.haltFile);
  if (configuration.databaseUrl === undefined) return sayLifted(host, given.json, wasHere ? 1 : 0);
  return withChosen(given, host, async (database) => {
    const platform = openPlatform(database, openHaltSwitch(database, configuration.haltFile));
    const lifted = await liftAtMachine(platform, requestNow('lifted at the machine'));
    if (!lifted.ok && lifted.error.code !== 'OPERATING_NOT_HALTED')
      return cannotRun(lifted.error, host, given.json);
    return sayLifted(host, given.json, (lifted.ok ? lifted.value.lifted : 0) + (wasHere ? 1 : 0));
  });
}

const requestNow = (reason: string): Request => ({
  actor: { kind: 'console' },
  at: new Date().toISOString(),
  site: 'console',
  reason,
});

function say(host: Host, json: boolean, { scope, since }: { scope: HaltScope; since: string }): ExitCode {
  const what =
    scope === 'issuing' ? 'Everything by which Testamur vouches for something' : 'Everything that writes';
  host.write(
    json
      ? `${JSON.stringify({ schema: 'testamur/halted/1', scope, since })}\n`
      : `${what} is halted since ${since}. /api/health/ready shows it. Lift it with testamur halt lift.\n`,
  );
  return EXIT.answered;
}

function sayLifted(host: Host, json: boolean, lifted: number): ExitCode {
  const text =
    lifted === 0 ? 'Nothing was halted.' : `${lifted} ${lifted === 1 ? 'halt is' : 'halts are'} lifted.`;
  host.write(json ? `${JSON.stringify({ schema: 'testamur/halt-lifted/1', lifted })}\n` : `${text}\n`);
  return EXIT.answered;
}
