/** Everything lint says of the packs asked for, with line and column; the vocabulary is always looked at. */
import type { Day } from '@testamur/engines/kernel';
import { type Finding, lintPack, lintVocabulary, type Severity } from '@testamur/engines/recognition';
import { benchOf } from './bench-of.ts';
import type { PackFault, PackSet } from './load-packs.ts';

export type LintFault = PackFault & { readonly severity: Severity };

export function lintFaults(set: PackSet, today: Day, wanted: readonly string[] = []): readonly LintFault[] {
  const isWanted = (pack: string): boolean => wanted.length === 0 || wanted.includes(pack);
  const input = { ...set, today, bench: benchOf(set) };
  const findings = [
    ...lintVocabulary(input),
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
