/** Everything lint says of the packs asked for, with line and column; the vocabulary and the policies are always looked at. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Day } from '@testamur/engines/kernel';
import {
  type Finding,
  lintPack,
  lintPolicies,
  lintVocabulary,
  type Severity,
} from '@testamur/engines/recognition';
import { parse } from 'yaml';
import { benchOf } from './bench-of.ts';
import type { PackFault, PackSet } from './load-packs.ts';

export type LintFault = PackFault & { readonly severity: Severity };

export type LintOptions = {
  readonly today: Day;
  readonly wanted?: readonly string[] /** Folder of fact sheets, to check that every line of them is mapped. */;
  readonly sheets?: string;
};

export function lintFaults(set: PackSet, { today, wanted = [], sheets }: LintOptions): readonly LintFault[] {
  const isWanted = (pack: string): boolean => wanted.length === 0 || wanted.includes(pack);
  const input = {
    ...set,
    today,
    bench: benchOf(set),
    ...(sheets === undefined ? {} : { sheets: readSheets(sheets) }),
  };
  const findings = [
    ...lintVocabulary(input),
    ...lintPolicies(input),
    ...set.packs.filter(({ pack }) => isWanted(pack)).flatMap((pack) => lintPack(pack, input)),
  ];
  const unread = set.problems.filter(({ file }) =>
    isWanted(/^jurisdictions\/([^/]+)\//.exec(file)?.[1] ?? wanted[0] ?? ''),
  );
  const faults = [
    ...unread.map((fault): LintFault => ({ severity: 'error', ...fault })),
    ...findings.map((finding) => placeFinding(finding, set)),
  ];
  return faults.toSorted(
    (a, b) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code),
  );
}

/** Sheets are plain YAML of their authors, not of the subset that packs keep to. */
function readSheets(folder: string): ReadonlyMap<string, unknown> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return new Map(
    names.map((name) => [
      name.slice(0, -'.yaml'.length),
      parse(readFileSync(path.join(folder, name), 'utf8')) as unknown,
    ]),
  );
}

function placeFinding({ severity, code, subject, at, message, mend }: Finding, set: PackSet): LintFault {
  const origin = set.origins.get(subject);
  if (origin === undefined) throw new Error(`Nothing is known of ${subject}, which lint speaks of.`);
  return {
    severity,
    code,
    file: origin.file,
    message,
    mend,
    ...set.locate({ file: origin.file, at: [...origin.at, ...at] }),
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
