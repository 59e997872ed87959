/** The world of a command: what it reads and where it writes. Tests bring their own. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Egress, openEgress } from '@testamur/adapters/egress';
import { type LibraryFile, type LibraryProblem, readLibrary } from '@testamur/adapters/library';
import { type Day, expectOk, parseDay, type Result } from '@testamur/engines/kernel';
import { type ReadBytes, type ReadText, readBytes, readText } from './input/read-text.ts';

export type Host = {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Whether what is written may carry colour codes. */
  readonly colour: boolean;
  /** Columns of the screen. */
  readonly width: number;
  /** A person watches standard error: progress may be shown there. */
  readonly watched: boolean;
  readonly today: Day;
  /** `-` is standard input. */
  readonly readText: (file: string) => Promise<ReadText>;
  /** Of at most so many bytes; `-` is standard input. */
  readonly readBytes: (file: string, mostBytes: number) => Promise<ReadBytes>;
  /** The clock: milliseconds since 1970. */
  readonly now: () => number;
  /** The way out to documents of others. */
  readonly egress: Egress;
  readonly library: () => Result<LibraryFile, LibraryProblem>;
  /** The folder of the packs that came with the product. */
  readonly packsFolder: string;
};

const NARROWEST = 60;
const WIDEST = 140;

export function nodeHost(): Host {
  const { stdout, stderr, env } = process;
  return {
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
    colour: wantsColour(env, stdout.isTTY === true),
    width: Math.min(WIDEST, Math.max(NARROWEST, stdout.columns ?? (Number(env['COLUMNS']) || 100))),
    watched: stderr.isTTY === true,
    today: localToday(new Date()),
    readText: (file) => readText(file, process.stdin),
    readBytes: (file, mostBytes) => readBytes(file, process.stdin, mostBytes),
    now: Date.now,
    egress: openEgress({}),
    library: () => readLibrary(),
    packsFolder: path.dirname(createRequire(import.meta.url).resolve('@testamur/packs/package.json')),
  };
}

/** https://no-color.org: any value but the empty one means no colour. FORCE_COLOR is the other way round. */
function wantsColour(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] && env['FORCE_COLOR'] !== '0') return true;
  return isTerminal && env['TERM'] !== 'dumb';
}

/** The civil day on the wall of whoever asks. */
function localToday(now: Date): Day {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return expectOk(parseDay(text), 'the clock of this machine');
}
