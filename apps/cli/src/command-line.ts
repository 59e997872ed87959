/** Arguments into calls: what exists, what each option means, and what is said of an argument that means nothing. */
import { type ArgsDef, type CommandDef, defineCommand, renderUsage, runCommand } from 'citty';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Host } from './host.ts';
import { refuse } from './refuse.ts';

export type Command = {
  readonly name: string;
  readonly summary: string;
  readonly args: ArgsDef;
  readonly examples: readonly string[];
  /** More words than the named positionals may follow. */
  readonly many?: boolean;
  readonly run: (values: Values, host: Host) => Promise<ExitCode>;
};

export type Group = {
  readonly name: string;
  readonly summary: string;
  readonly commands: readonly Command[];
};

export type Values = {
  readonly text: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
  /** An option that may be repeated or hold commas. */
  readonly list: (name: string) => readonly string[] | undefined;
  /** Every word that is no option. */
  readonly words: readonly string[];
};

export const isGroup = (entry: Command | Group): entry is Group => 'commands' in entry;

/** Runs one command with its own arguments; help and mistakes are answered here. */
export async function runOne(
  command: Command,
  path: string,
  rawArgs: readonly string[],
  host: Host,
): Promise<ExitCode> {
  if (rawArgs.some((arg) => arg === '--help' || arg === '-h')) {
    host.write(`${await helpOf(command, path)}\n`);
    return EXIT.answered;
  }
  const json = rawArgs.includes('--json');
  const mistake = findMistake(command, rawArgs);
  if (mistake !== undefined)
    return refuse([{ code: 'INPUT_ARGUMENTS', message: mistake, hint: `See ${path} --help.` }], host, {
      json,
    });
  let answer: ExitCode = EXIT.bug;
  const definition = defineCommand({
    args: command.args,
    run: async ({ args }) => {
      answer = await command.run(valuesOf(args as Readonly<Record<string, unknown>>, rawArgs), host);
    },
  });
  await runCommand(definition as CommandDef, { rawArgs: [...rawArgs] });
  return answer;
}

function valuesOf(args: Readonly<Record<string, unknown>>, rawArgs: readonly string[]): Values {
  const text = (name: string): string | undefined =>
    typeof args[name] === 'string' ? args[name] : undefined;
  return {
    text,
    flag: (name) => args[name] === true,
    list: (name) => {
      const given = repeated(name, rawArgs)
        .flatMap((each) => each.split(','))
        .map((each) => each.trim())
        .filter((each) => each !== '');
      return given.length === 0 ? undefined : given;
    },
    words: (args['_'] as readonly string[] | undefined) ?? [],
  };
}

/** The parser keeps the last of an option that stands several times; here all of them count. */
function repeated(name: string, rawArgs: readonly string[]): readonly string[] {
  return rawArgs.flatMap((arg, index) => {
    if (arg === `--${name}`) return [rawArgs[index + 1] ?? ''];
    return arg.startsWith(`--${name}=`) ? [arg.slice(name.length + 3)] : [];
  });
}

/** An option that does not exist, one without its value, a word too many or too few. A typing slip must not be passed over. */
function findMistake(command: Command, rawArgs: readonly string[]): string | undefined {
  const words: string[] = [];
  for (let index = 0; index < rawArgs.length; index += 1) {
    const arg = rawArgs[index] ?? '';
    if (arg === '-' || !arg.startsWith('-')) {
      words.push(arg);
      continue;
    }
    const [option = '', value] = arg.replace(/^--?/, '').split('=', 2);
    const definition = Object.hasOwn(command.args, option) ? command.args[option] : undefined;
    if (definition === undefined || definition.type === 'positional' || !arg.startsWith('--'))
      return `There is no option ${arg.split('=')[0]}.`;
    if (definition.type === 'boolean') {
      if (value !== undefined) return `--${option} takes no value.`;
      continue;
    }
    const next = value ?? rawArgs[index + 1];
    if (next === undefined || next === '' || (value === undefined && next.startsWith('--')))
      return `--${option} needs a value.`;
    if (value === undefined) index += 1;
  }
  const positionals = Object.entries(command.args).filter(
    ([, definition]) => definition.type === 'positional',
  );
  const missing = positionals.filter(([, definition]) => definition.required !== false)[words.length];
  if (missing !== undefined) return `${missing[0].toUpperCase()} is missing.`;
  if (command.many !== true && words.length > positionals.length)
    return `There is a word too many: ${words[positionals.length]}.`;
  return undefined;
}

export async function helpOf(command: Command, path: string): Promise<string> {
  const usage = await renderUsage(
    defineCommand({ meta: { name: path, description: command.summary }, args: command.args }) as CommandDef,
  );
  return withoutColours(
    [usage, 'EXAMPLES', '', ...command.examples.map((example) => `  ${example}`)].join('\n'),
  );
}

/** The library paints by its own look at the environment; ours decides. */
export function withoutColours(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colour codes
  return text.replace(/\u001b\[\d+m/g, '');
}
