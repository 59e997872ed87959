/** The command `testamur`: finds the verb, runs it, and turns whatever goes wrong into a sentence and an exit code. */
import { type Command, type Group, isGroup, runOne } from './command-line.ts';
import { COMMANDS } from './commands/index.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Host } from './host.ts';
import { refuse } from './refuse.ts';

export async function runTestamur(args: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await dispatch(args, host);
  } catch (error) {
    host.writeError(
      `Testamur stopped because of a fault of its own. Nothing was changed.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return EXIT.bug;
  }
}

async function dispatch(args: readonly string[], host: Host): Promise<ExitCode> {
  const [verb, ...rest] = args;
  if (verb === undefined || verb === '--help' || verb === '-h' || verb === 'help')
    return showHelp('testamur', COMMANDS, host);
  const entry = COMMANDS.find(({ name }) => name === verb);
  if (entry === undefined) return noSuchVerb('testamur', verb, COMMANDS, host);
  if (!isGroup(entry)) return runOne(entry, `testamur ${verb}`, rest, host);
  const [inner, ...innerArgs] = rest;
  const path = `testamur ${entry.name}`;
  if (inner === undefined || inner === '--help' || inner === '-h')
    return showHelp(path, entry.commands, host);
  const command = entry.commands.find(({ name }) => name === inner);
  if (command === undefined) return noSuchVerb(path, inner, entry.commands, host);
  return runOne(command, `${path} ${inner}`, innerArgs, host);
}

function showHelp(path: string, entries: readonly (Command | Group)[], host: Host): ExitCode {
  const widest = Math.max(...entries.map(({ name }) => name.length));
  const lines = entries.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${summary}`);
  host.write(
    [
      `${path} VERB …: where a medical qualification can take its holder, under which clause.`,
      '',
      ...lines,
      '',
      `${path} VERB --help shows options and examples. Exit codes: 0 answered, 1 a check found faults, 2 something given must be corrected,`,
      '3 the product cannot run here, 4 a credential of which something stays unknown, 70 a fault of ours.',
      '',
    ].join('\n'),
  );
  return EXIT.answered;
}

const noSuchVerb = (
  path: string,
  verb: string,
  entries: readonly (Command | Group)[],
  host: Host,
): ExitCode =>
  refuse(
    [
      {
        code: 'INPUT_ARGUMENTS',
        message: `There is no ${path} ${verb}.`,
        hint: `Use one of: ${entries.map(({ name }) => name).join(', ')}.`,
      },
    ],
    host,
    { json: false },
  );
