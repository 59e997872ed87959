/** Fills a compiled message. Numbers are written as the language writes them: give a year as text. */
import type { CompiledMessage, Options, Piece } from './compiled-message.ts';

export type Values = Readonly<Record<string, string | number>>;

/** What lies between tags keeps the name of its tag. */
export type Run = string | { readonly tag: string; readonly text: string };

export function formatMessage(message: CompiledMessage, values: Values, format: string): string {
  if (typeof message === 'string') return message;
  return formatRuns(message, values, format)
    .map((run) => (typeof run === 'string' ? run : run.text))
    .join('');
}

export function formatRuns(message: CompiledMessage, values: Values, format: string): readonly Run[] {
  if (typeof message === 'string') return [message];
  return message.flatMap((piece) => fill(piece, { values, format, count: '' }));
}

type Filling = { readonly values: Values; readonly format: string; readonly count: string };

function fill(piece: Piece, filling: Filling): readonly Run[] {
  if (typeof piece === 'string') return [piece];
  const { values, format, count } = filling;
  const [kind, name = '', inside] = piece;
  const value = values[name];
  switch (kind) {
    case '#':
      return [count];
    case 'hole':
      return [write(value, name, format)];
    case 'tag':
      return [{ tag: name, text: textOf(inside as readonly Piece[], filling) }];
    case 'select':
      return fillAll(optionOf(inside as Options, String(value)), filling);
    default: {
      const number = Number(value);
      const type = kind === 'ordinal' ? 'ordinal' : 'cardinal';
      const category = new Intl.PluralRules(format, { type }).select(number);
      const options = inside as Options;
      const chosen = options[`=${number}`] ?? optionOf(options, category);
      return fillAll(chosen, { ...filling, count: write(number, name, format) });
    }
  }
}

const fillAll = (pieces: readonly Piece[], filling: Filling): readonly Run[] =>
  pieces.flatMap((piece) => fill(piece, filling));

const textOf = (pieces: readonly Piece[], filling: Filling): string =>
  fillAll(pieces, filling)
    .map((run) => (typeof run === 'string' ? run : run.text))
    .join('');

const optionOf = (options: Options, name: string): readonly Piece[] =>
  (Object.hasOwn(options, name) ? options[name] : options['other']) ?? [];

function write(value: string | number | undefined, name: string, format: string): string {
  if (value === undefined) throw new Error(`A message has no value for {${name}}.`);
  return typeof value === 'number' ? new Intl.NumberFormat(format).format(value) : value;
}
