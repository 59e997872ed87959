/** The files of a pack as the loader reads them: the same YAML, the same shapes, the same parser. */
import { type ParsedPack, parsePack } from '@testamur/engines/recognition';
import { type Position, parseYaml, type YamlFile } from '@testamur/engines/yaml';
import type { PackText } from './pack-text.ts';

export type Fault = Position & {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly file: string;
  readonly message: string;
  readonly mend?: string;
};

export type ReadPack = {
  readonly parsed: ParsedPack;
  readonly faults: readonly Fault[];
  readonly locate: (file: string, at: readonly (string | number)[]) => Position;
};

export const folderOf = (pack: string): string => `jurisdictions/${pack}`;

export function readPack({ pack, files }: PackText): ReadPack {
  const read = files.map(({ file, text }) => ({ file, ...parseYaml(text, file) }));
  const sound = read.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const unread = read.filter(({ value }) => value === undefined).map(({ file }) => file);
  const byName = new Map<string, YamlFile>(sound.map((each) => [each.file, each]));
  const locate: ReadPack['locate'] = (file, at) => byName.get(file)?.locate(at) ?? { line: 1, column: 1 };
  const parsed = parsePack(
    sound.map(({ file, value }) => ({ file, value })),
    folderOf(pack),
    unread,
  );
  return {
    parsed,
    locate,
    faults: [
      ...read.flatMap(({ problems }) =>
        problems.map((problem): Fault => ({ severity: 'error', code: 'PACK_YAML', ...problem })),
      ),
      ...parsed.problems.map(
        ({ file, at, code, message, mend }): Fault => ({
          severity: 'error',
          ...{ code, file, message, mend },
          ...locate(file, at),
        }),
      ),
    ],
  };
}
