/** One change of a pack, as a reader and a program are told of it: schema `testamur/pack-diff/1`. */
import type { Citation } from '../../kernel/index.ts';
import type { DifferenceKind } from './difference.ts';

export type ChangedThing = 'pack' | 'source' | 'question' | 'rule' | 'route' | 'step' | 'table' | 'group';

/** What of it changed. */
export type Aspect =
  | 'whole'
  | 'version'
  | 'condition'
  | 'operator'
  | 'threshold'
  | 'date'
  | 'period'
  | 'set'
  | 'value'
  | 'reference'
  | 'cure'
  | 'waiver'
  | 'label'
  | 'citation'
  | 'in-force'
  | 'applies-to'
  | 'recorded'
  | 'review'
  | 'requirement'
  | 'scope'
  | 'discretion'
  | 'note'
  | 'final-step'
  | 'grants'
  | 'fee'
  | 'duration'
  | 'validity'
  | 'calendar'
  | 'effect'
  | 'row'
  | 'member'
  | 'text'
  | 'order'
  | 'other';

export type Change = {
  readonly kind: DifferenceKind;
  readonly thing: ChangedThing;
  /** Its id: of a rule, a route, a step … */
  readonly id: string;
  readonly title: string;
  readonly aspect: Aspect;
  /** Of the rule, where the change lies in one of its versions. */
  readonly version?: string;
  /** Where in the thing: ids of nodes and parts where they have one, else places. */
  readonly at: string;
  /** In plain English, a whole sentence without its full stop. */
  readonly words: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** On what it rests: of the new text, or of the old where nothing is left. */
  readonly cite: readonly Citation[];
};
