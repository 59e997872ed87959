/** Day expressions: a literal, a fact, or the latest or earliest day over a list. */
import { type Day, FIRST_DAY, LAST_DAY } from '../../kernel/index.ts';
import type { FactValue, Strength } from '../language/facts.ts';
import { literalDay } from '../language/literals.ts';
import type { DayExpression, ListSelection } from '../language/nodes.ts';
import type { UnknownReason } from '../language/verdict.ts';
import { matchEntries } from './lists.ts';
import { nameOf, readFact, type Scope } from './scope.ts';

/** `none`: there is no such day, as over a complete list without a match. */
export type DayValue =
  | {
      readonly state: 'range';
      readonly lo: Day;
      readonly hi: Day;
      readonly strength: Strength;
      readonly missing: readonly string[];
    }
  | { readonly state: 'none'; readonly strength: Strength }
  | {
      readonly state: 'unknown';
      readonly reasons: readonly UnknownReason[];
      readonly missing: readonly string[];
    };

export function evaluateDay(expression: DayExpression, scope: Scope): DayValue {
  if (typeof expression === 'string') {
    const day = literalDay(expression);
    return { state: 'range', lo: day, hi: day, strength: 4, missing: [] };
  }
  if ('fact' in expression) return dayOfFact(expression.fact, scope);
  if ('latest' in expression) return extremeDay(expression.latest, 'latest', scope);
  return extremeDay(expression.earliest, 'earliest', scope);
}

function dayOfFact(fact: string, scope: Scope): DayValue {
  if (fact.startsWith('row.')) return dayOfColumn(fact.slice(4), scope);
  const value = readFact(fact, scope);
  const name = nameOf(fact, scope);
  if (value.state === 'range') {
    return {
      state: 'range',
      lo: value.lo as Day,
      hi: value.hi as Day,
      strength: value.strength,
      missing: [name],
    };
  }
  return {
    state: 'unknown',
    reasons: [value.state === 'disputed' ? 'disputed' : 'notSaid'],
    missing: [name],
  };
}

function dayOfColumn(column: string, scope: Scope): DayValue {
  const cell = scope.row?.[column];
  if (typeof cell !== 'string') return { state: 'none', strength: 4 };
  const day = literalDay(cell);
  return { state: 'range', lo: day, hi: day, strength: 4, missing: [] };
}

type Bounds = { readonly lo: Day; readonly hi: Day; readonly strength: Strength; readonly certain: boolean };

function extremeDay(
  selection: ListSelection & { readonly field: string },
  which: 'latest' | 'earliest',
  scope: Scope,
): DayValue {
  const matches = matchEntries(selection, scope);
  const bounds = matches.entries
    .filter((match) => match.truth !== 'false')
    .map(
      (match): Bounds =>
        boundsOf(
          match.entry.fields.get(selection.field),
          match.truth === 'true' ? match.strength : 4,
          match.truth === 'true',
        ),
    );
  const missing = [...new Set([...matches.missing, ...matches.missingField(selection.field)])].sort();
  const sure = bounds.filter((bound) => bound.certain);
  if (bounds.length === 0 && !matches.more) return { state: 'none', strength: matches.strength };
  if (sure.length === 0)
    return { state: 'unknown', reasons: matches.reasons.length > 0 ? matches.reasons : ['notSaid'], missing };
  const strength = Math.min(
    ...sure.map((bound) => bound.strength),
    matches.more ? 4 : matches.strength,
  ) as Strength;
  return which === 'latest'
    ? {
        state: 'range',
        lo: max(sure.map((bound) => bound.lo)),
        hi: matches.more ? LAST_DAY : max(bounds.map((bound) => bound.hi)),
        strength,
        missing,
      }
    : {
        state: 'range',
        lo: matches.more ? FIRST_DAY : min(bounds.map((bound) => bound.lo)),
        hi: min(sure.map((bound) => bound.hi)),
        strength,
        missing,
      };
}

function boundsOf(value: FactValue | undefined, strength: Strength, certain: boolean): Bounds {
  if (value?.state !== 'range') return { lo: FIRST_DAY, hi: LAST_DAY, strength, certain };
  return {
    lo: value.lo as Day,
    hi: value.hi as Day,
    strength: Math.min(strength, value.strength) as Strength,
    certain,
  };
}

const max = (days: readonly Day[]): Day => Math.max(...days) as Day;
const min = (days: readonly Day[]): Day => Math.min(...days) as Day;
