/**
 * One rule on the bench: what is wrong with a changed text of it, which cases fail now, who is affected, and the change as a patch.
 * Pure: everything it needs is given to it. Nothing of a pack is ever executed.
 */
import type { Day } from '@testamur/engines/kernel';
import {
  type Dossier,
  diffPacks,
  dossierOf,
  type LawBook,
  lintPack,
  makeBench,
  type Pack,
  type Rule,
  referenceEvaluator,
  runCase,
} from '@testamur/engines/recognition';
import type { PackText } from './pack-text.ts';
import { type Fault, type ReadPack, readPack } from './read-pack.ts';
import { findRuleBlock } from './rule-block.ts';

export type WorkbenchInput = {
  /** All packs; the one that is changed is read anew from its text. */
  readonly book: LawBook;
  readonly text: PackText;
  readonly rule: string;
  readonly today: Day;
};

export type CaseRun = {
  readonly rule: string;
  readonly name: string;
  /** What is wrong with the answer; nothing where it holds. */
  readonly failures: readonly string[];
  readonly heldBefore: boolean;
};

/** A fault with its line in the text of the rule, where it lies there. */
export type ShownFault = Fault & { readonly lineInRule?: number };

export type Checked = {
  readonly faults: readonly ShownFault[];
  /** Absent where the text cannot be read as a rule. */
  readonly rule?: Rule;
  readonly pack?: Pack;
  /** The cases of this rule, and whatever other case fails now that held before. */
  readonly cases: readonly CaseRun[];
  /** One sentence for each thing that differs. */
  readonly changes: readonly string[];
};

export type Workbench = {
  readonly original: string;
  /** Below the folder of packs. */
  readonly file: string;
  readonly fileText: string;
  readonly pack: Pack;
  /** Dossiers of stories, and of the cases of this rule: people like them are the first to be affected. */
  readonly models: readonly Dossier[];
  readonly check: (text: string) => Checked;
  /** The whole file with the changed rule in it. */
  readonly fileWith: (text: string) => string;
  readonly bookWith: (pack: Pack) => LawBook;
};

/** Undefined where the pack has no such rule, or cannot be read as it stands. */
export function openWorkbench({ book, text, rule, today }: WorkbenchInput): Workbench | undefined {
  const before = readPack(text);
  const origin = before.parsed.origins.get(`rule:${rule}`);
  const file = text.files.find((each) => each.file === origin?.file);
  const block = file === undefined ? undefined : findRuleBlock(file.text, rule);
  const { pack } = before.parsed;
  if (file === undefined || block === undefined || pack === undefined) return undefined;
  const bookWith = (changed: Pack): LawBook => ({
    ...book,
    packs: book.packs.map((each) => (each.pack === changed.pack ? changed : each)),
  });
  const old = onceOnly(() => judge(before, pack, { book: bookWith(pack), today }));
  const fileWith = (changed: string): string => block.put(changed);
  const place = (fault: Fault, changed: string): ShownFault => {
    const lineInRule = fault.line - block.linesBefore;
    const isInside = fault.file === file.file && lineInRule >= 1 && lineInRule <= changed.split('\n').length;
    return isInside ? { ...fault, lineInRule } : fault;
  };
  const check = (changed: string): Checked => {
    const files = text.files.map((each) => (each === file ? { ...file, text: fileWith(changed) } : each));
    const after = readPack({ ...text, files });
    const own = after.parsed.pack?.rules.find((each) => each.rule === rule);
    const wrong = after.faults.map((fault) => place(fault, changed));
    if (after.parsed.pack === undefined || wrong.some(({ severity }) => severity === 'error'))
      return { faults: wrong, cases: [], changes: [] };
    const strange = sameRules(pack, after.parsed.pack)
      ? []
      : [place(otherRules(file.file, block.linesBefore), changed)];
    if (own === undefined || strange.length > 0) return { faults: strange, cases: [], changes: [] };
    const now = judge(after, after.parsed.pack, { book: bookWith(after.parsed.pack), today });
    return {
      faults: newFaults(old().faults, now.faults, (fault) => place(fault, changed)),
      rule: own,
      pack: after.parsed.pack,
      cases: compareCases(old().cases, now.cases, rule),
      changes: diffPacks({ before: pack, after: after.parsed.pack, vocabulary: book.vocabulary }).map(
        ({ words }) => words,
      ),
    };
  };
  const { stories, cases } = before.parsed.suite;
  const models = [
    ...stories.map(({ value }) => value.dossier),
    ...cases.filter(({ value }) => value.rule === rule).map(({ value }) => dossierOf(value.given)),
  ];
  return {
    ...{ original: block.text, file: file.file, fileText: file.text },
    ...{ pack, models, check, fileWith, bookWith },
  };
}

/** What this page changes is one rule: no other comes or goes with it. */
const sameRules = (before: Pack, after: Pack): boolean =>
  before.rules.map(({ rule }) => rule).join() === after.rules.map(({ rule }) => rule).join();

const otherRules = (file: string, linesBefore: number): Fault => ({
  severity: 'error',
  code: 'EDIT_ONE_RULE',
  file,
  line: linesBefore + 1,
  column: 1,
  message: 'This text is no longer the one rule that is changed here.',
  mend: 'Keep exactly one rule, with the id that it had: ids are never used anew.',
});

type Judged = { readonly faults: readonly Fault[]; readonly cases: readonly Omit<CaseRun, 'heldBefore'>[] };
type Setting = { readonly book: LawBook; readonly today: Day };

function judge({ parsed, locate, faults }: ReadPack, pack: Pack, { book, today }: Setting): Judged {
  const bench = makeBench({
    ...book,
    schools: () => undefined,
    registry: { accredited: () => ({ state: 'silent' }) },
    evaluator: referenceEvaluator,
  });
  const suites = new Map([[pack.pack, parsed.suite]]);
  const findings = lintPack(pack, { ...book, suites, bench, today, hashes: new Map() });
  return {
    faults: [
      ...faults,
      ...findings.map(({ severity, code, subject, at, message, mend }): Fault => {
        const { file, at: start } = parsed.origins.get(subject) ?? { file: '', at: [] };
        return { severity, code, file, message, mend, ...locate(file, [...start, ...at]) };
      }),
    ],
    cases: parsed.suite.cases.map(({ value }) => ({
      rule: value.rule,
      name: value.case,
      failures: runCase(bench, pack, value),
    })),
  };
}

/** Those of the rule itself, and those elsewhere that this change has brought. */
function newFaults(
  before: readonly Fault[],
  after: readonly Fault[],
  place: (fault: Fault) => ShownFault,
): readonly ShownFault[] {
  const known = new Set(before.map(nameOf));
  return after
    .map(place)
    .filter((fault) => fault.lineInRule !== undefined || !known.has(nameOf(fault)))
    .toSorted((a, b) => a.line - b.line);
}

/** Lines move when a text is changed. */
const nameOf = ({ code, file, message }: Fault): string => `${code} ${file} ${message}`;

function compareCases(before: Judged['cases'], after: Judged['cases'], rule: string): readonly CaseRun[] {
  return after
    .map((each, index) => ({ ...each, heldBefore: before[index]?.failures.length === 0 }))
    .filter((each) => each.rule === rule || (each.heldBefore && each.failures.length > 0));
}

function onceOnly<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
