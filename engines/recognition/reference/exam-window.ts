/** `examWindow`: is there a choice of attempts, one for each component, that fits the window? Not "the latest": any that does. */
import { addPeriod, type Day, FIRST_DAY, LAST_DAY } from '../../kernel/index.ts';
import type { Strength } from '../language/facts.ts';
import { literalPeriod } from '../language/literals.ts';
import type { Node } from '../language/nodes.ts';
import { certain, weakest } from './leaf.ts';
import { type Matches, matchEntries } from './lists.ts';
import type { LeafAnswer } from './outcome.ts';
import type { Scope } from './scope.ts';

type ExamWindow = Extract<Node, { examWindow: unknown }>['examWindow'];
/** One attempt that may stand for a component; `id` is absent for an attempt that the person may not have told of. */
type Candidate = {
  readonly id?: string;
  readonly lo: Day;
  readonly hi: Day;
  readonly sure: boolean;
  readonly strength: Strength;
};

export function evaluateExamWindow(node: ExamWindow, scope: Scope): LeafAnswer {
  const parts = node.parts.map((where) => matchEntries({ list: node.list, where }, scope));
  const candidates = parts.map((matches) => candidatesOf(matches, node.field));
  const choices = chooseEach(candidates);
  const fitting = choices.filter(
    (choice) => choice.every((candidate) => candidate.sure) && alwaysFits(choice, node),
  );
  const trace = { matched: fitting[0]?.map((candidate) => candidate.id ?? '') ?? [], possible: [] };
  if (fitting.length > 0) {
    const strength = Math.max(
      ...fitting.map((choice) => weakest(...choice.map((candidate) => candidate.strength))),
    ) as Strength;
    return { ...certain(true, strength), ...trace } as LeafAnswer;
  }
  if (!choices.some((choice) => mayFit(choice, node))) {
    return {
      ...certain(
        false,
        weakest(
          ...parts.map((matches) => matches.strength),
          ...candidates.flat().map((candidate) => candidate.strength),
        ),
      ),
      ...trace,
    } as LeafAnswer;
  }
  const missing = parts.flatMap((matches) => [...matches.missing, ...matches.missingField(node.field)]);
  const reasons = parts.flatMap((matches) => matches.reasons);
  return {
    truth: 'unknown',
    reasons: reasons.length === 0 ? ['notSaid'] : [...new Set(reasons)].sort(),
    missing: [...new Set(missing)].sort(),
    ...trace,
  };
}

function candidatesOf(matches: Matches, field: string): readonly Candidate[] {
  const told = matches.entries
    .filter((match) => match.truth !== 'false')
    .map((match): Candidate => {
      const day = match.entry.fields.get(field);
      if (day?.state !== 'range')
        return {
          id: match.entry.id,
          lo: FIRST_DAY,
          hi: LAST_DAY,
          sure: match.truth === 'true',
          strength: match.strength,
        };
      return {
        id: match.entry.id,
        lo: day.lo as Day,
        hi: day.hi as Day,
        sure: match.truth === 'true',
        strength: weakest(match.strength, day.strength),
      };
    });
  return matches.more ? [...told, { lo: FIRST_DAY, hi: LAST_DAY, sure: false, strength: 4 }] : told;
}

/** Every way to take one candidate for each part, no entry twice. */
function chooseEach(parts: readonly (readonly Candidate[])[]): readonly (readonly Candidate[])[] {
  return parts.reduce<readonly (readonly Candidate[])[]>(
    (choices, candidates) =>
      choices.flatMap((choice) =>
        candidates
          .filter((next) => next.id === undefined || !choice.some((held) => held.id === next.id))
          .map((next) => [...choice, next]),
      ),
    [[]],
  );
}

function lastAllowed(first: Day, node: ExamWindow): number {
  return addPeriod(first, literalPeriod(node.within), node.rounding) - (node.inclusive ? 0 : 1);
}

function alwaysFits(choice: readonly Candidate[], node: ExamWindow): boolean {
  const earliest = Math.min(...choice.map((candidate) => candidate.lo)) as Day;
  const latest = Math.max(...choice.map((candidate) => candidate.hi));
  if (latest > lastAllowed(earliest, node) && !pairwiseFits(choice, node)) return false;
  return (
    !node.ordered ||
    choice.every((candidate, index) => index === 0 || (choice[index - 1]?.hi ?? candidate.lo) <= candidate.lo)
  );
}

/** The first and the last day belong to two different attempts: a single vague attempt cannot break the window by itself. */
function pairwiseFits(choice: readonly Candidate[], node: ExamWindow): boolean {
  return choice.every((first, i) =>
    choice.every((last, j) => i === j || last.hi <= lastAllowed(first.lo, node)),
  );
}

/** Some day for each, all within the window: the first at its latest useful day, each other at its earliest day not before it. */
function mayFit(choice: readonly Candidate[], node: ExamWindow): boolean {
  return choice.some((first) => {
    const start = Math.min(first.hi, ...choice.map((candidate) => candidate.hi)) as Day;
    if (start < first.lo) return false;
    const end = lastAllowed(start, node);
    if (!choice.every((candidate) => Math.max(candidate.lo, start) <= Math.min(candidate.hi, end)))
      return false;
    return !node.ordered || canBeOrdered(choice, start, end);
  });
}

function canBeOrdered(choice: readonly Candidate[], start: number, end: number): boolean {
  let day = start;
  for (const candidate of choice) {
    day = Math.max(day, candidate.lo);
    if (day > Math.min(candidate.hi, end)) return false;
  }
  return true;
}
