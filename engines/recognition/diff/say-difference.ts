/** A difference as a sentence. Conditions are told by the sentences of the operators, so that no code has to be read. */
import type { Node } from '../language/nodes.ts';
import { describeStructure } from '../operators/index.ts';
import { factLabel, literalLabel, type Words } from '../operators/words.ts';
import type { Path } from '../schema/problem.ts';
import type { Aspect } from './change.ts';
import { isNode } from './diff-nodes.ts';
import type { Difference } from './difference.ts';
import { sayValue } from './say-value.ts';

export function sayDifference(difference: Difference, aspect: Aspect, words: Words): string {
  const { inside, kind, at } = difference;
  if (kind === 'moved') return `The order of ${nameOf(at)} changed, and nothing else in it`;
  return inside === undefined ? sayPart(difference, aspect) : sayCondition(difference, aspect, words);
}

const NAMES: Partial<Record<Aspect, string>> = {
  citation: 'The citation',
  'in-force': 'In force',
  'applies-to': 'To whom it applies',
  recorded: 'The day it was recorded',
  review: 'The day to read it again',
  requirement: 'The requirement',
  scope: 'The condition on whom it is for',
  discretion: 'What the authority decides',
  note: 'The note',
  'final-step': 'The last step',
  grants: 'The licence it gives',
  fee: 'The fee',
  duration: 'The time it takes',
  validity: 'How long it counts',
  calendar: 'When it can be taken',
  effect: 'What it brings about',
  row: 'The row',
  member: 'The member',
  cure: 'The step that cures it',
  waiver: 'The waiver',
};

/** What is not a condition: a text, a fee, a citation, an entry of a list. */
function sayPart({ kind, at, before, after }: Difference, aspect: Aspect): string {
  const name = NAMES[aspect] ?? nameOf(at).replace(/^./, (letter) => letter.toUpperCase());
  const detail = detailOf(at, aspect);
  if (kind === 'added') return `${name}${detail} is new: ${sayValue(after)}`;
  if (kind === 'removed') return `${name}${detail} is gone: ${sayValue(before)}`;
  return `${name}${detail} was ${quoted(before)}; it is ${quoted(after)}`;
}

const quoted = (value: unknown): string =>
  typeof value === 'string' && /\s/.test(value) ? `“${sayValue(value)}”` : sayValue(value);

/** Which field of a fee or a term: the last name of the path, where it says more than the aspect. */
function detailOf(at: Path, aspect: Aspect): string {
  const last = at.at(-1);
  const inner = at.length > 1 && typeof last === 'string' && NAMES[aspect] !== undefined;
  return inner && /^[a-z][A-Za-z]*$/.test(last) && at.length > 2 - Number(FIELDS.has(last))
    ? ` (${last})`
    : '';
}
const FIELDS = new Set([
  'amount',
  'to',
  'currency',
  'asOf',
  'min',
  'max',
  'period',
  'from',
  'months',
  'most',
]);

const nameOf = (at: Path): string => String(at.findLast((each) => typeof each === 'string') ?? 'the list');

/** By the operator that holds the condition: what its coming and its going mean. */
const JOINED: Readonly<Record<string, readonly [came: string, went: string]>> = {
  any: ['Also enough now', 'No longer enough'],
  of: ['Also counted now', 'No longer counted'],
  parts: ['Also to be passed now', 'No longer to be passed'],
};

function sayCondition(difference: Difference, aspect: Aspect, words: Words): string {
  const { before, after, kind, inside } = difference;
  const place = inside?.place ?? {};
  const here: Words = {
    ...words,
    ...(place.its === undefined ? {} : { its: place.its }),
    ...(place.outer === undefined ? {} : { outer: place.outer }),
  };
  const tell = (node: Node): string => `“${describeStructure(node, here)}”`;
  if (isNode(after) && isNode(before)) return `${tell(before)} became ${tell(after)}`;
  const [came, went] = JOINED[String(difference.at.at(-2))] ?? ['Also asked now', 'No longer asked'];
  if (isNode(after)) return `${came}: ${tell(after)}`;
  if (isNode(before)) return `${went}: ${tell(before)}`;
  if (NAMES[aspect] !== undefined) return sayPart(difference, aspect);
  const [old, now] = [inside?.before, inside?.after];
  if (aspect === 'set' && kind !== 'changed' && now !== undefined && 'fact' in now)
    return saySet(now.fact, difference, here);
  if (old === undefined || now === undefined || aspect === 'label') return sayPart(difference, aspect);
  return `${tell(old)} became ${tell(now)}`;
}

/** A set of twenty-six countries is not told again because one joined it. */
function saySet(fact: string, { kind, before, after }: Difference, words: Words): string {
  const member = literalLabel(fact, String(after ?? before), words);
  return kind === 'added'
    ? `${member} joins the values named for “${factLabel(fact, words)}”`
    : `${member} is no longer among the values named for “${factLabel(fact, words)}”`;
}
