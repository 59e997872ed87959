/** What of a thing a difference touches, told by its place. */
import type { Path } from '../schema/problem.ts';
import type { Aspect, ChangedThing } from './change.ts';
import type { Difference } from './difference.ts';

type Aspects = Readonly<Record<string, Aspect>>;

const OF_THINGS: Readonly<Record<ChangedThing, Aspects>> = {
  pack: {},
  source: {},
  question: {},
  group: { members: 'member', label: 'text' },
  table: { rows: 'row', columns: 'value', cite: 'citation', title: 'text' },
  rule: { title: 'text', text: 'text', kind: 'other' },
  route: {
    title: 'text',
    for: 'text',
    grants: 'grants',
    obtainedBy: 'grants',
    inForce: 'in-force',
    cite: 'citation',
    scope: 'scope',
    requirements: 'requirement',
    discretion: 'discretion',
    notes: 'note',
    finally: 'final-step',
    mustBeValid: 'validity',
  },
  step: {
    title: 'text',
    text: 'text',
    cost: 'fee',
    duration: 'duration',
    validFor: 'validity',
    effects: 'effect',
    requires: 'requirement',
    cite: 'citation',
    sittings: 'calendar',
    season: 'calendar',
    retakeAfter: 'calendar',
    attempts: 'calendar',
    study: 'duration',
  },
};

const OF_VERSIONS: Aspects = {
  inForce: 'in-force',
  appliesTo: 'applies-to',
  recordedAt: 'recorded',
  reviewBy: 'review',
  cite: 'citation',
  version: 'version',
};

const OF_NODES: Aspects = {
  cure: 'cure',
  waiver: 'waiver',
  label: 'label',
  cite: 'citation',
  id: 'label',
  notResearched: 'text',
  rule: 'reference',
  fact: 'reference',
};

export function aspectOf(thing: ChangedThing, difference: Difference): Aspect {
  const { at, kind } = difference;
  if (at.length === 0) return 'whole';
  // A new citation within a fee is a matter of citations.
  if (at.slice(1).includes('cite')) return 'citation';
  if (thing === 'rule' && at[0] === 'versions') return aspectInVersion(at.slice(2), difference);
  const aspect = OF_THINGS[thing][String(at[0])] ?? 'other';
  return kind === 'moved' && aspect !== 'final-step' ? 'order' : aspect;
}

function aspectInVersion([field, ...rest]: Path, difference: Difference): Aspect {
  if (field === undefined) return difference.kind === 'moved' ? 'order' : 'version';
  if (field !== 'when') return OF_VERSIONS[String(field)] ?? 'other';
  return aspectOfCondition(rest, difference);
}

const ORDERS = ['atLeast', 'moreThan', 'atMost', 'lessThan', 'between', 'n'];
const SETS = ['in', 'notIn', 'includesAny', 'onlyFrom'];

function aspectOfCondition(rest: Path, { kind, before, after, inside }: Difference): Aspect {
  const named = [...rest].reverse().find((each) => typeof each === 'string' && OF_NODES[each] !== undefined);
  if (named !== undefined && isLast(named, rest)) return OF_NODES[String(named)] as Aspect;
  if (kind === 'moved') return 'order';
  const value = after ?? before;
  if (isRecordLike(value)) return isComparison(before) && isComparison(after) ? 'operator' : 'condition';
  if (SETS.some((key) => rest.includes(key))) return 'set';
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date';
  if (typeof value === 'string' && /^P(\d+[YMWD])+$/.test(value)) return 'period';
  if (typeof value === 'number' && ORDERS.some((key) => rest.includes(key))) return 'threshold';
  return inside === undefined ? 'other' : 'value';
}

/** The mark itself, or one entry of its list. */
const isLast = (named: string | number, rest: Path): boolean => rest.lastIndexOf(named) >= rest.length - 2;

const isRecordLike = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isComparison = (value: unknown): boolean => isRecordLike(value) && 'fact' in value;
