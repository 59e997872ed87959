/** Words for what happens to a rule or a route, as keys of the catalogue. */
import type { LawChange } from '@testamur/engines/recognition';
import type { MessageKey } from '../language/messages.ts';

export const CHANGE_WORDS: Readonly<Record<LawChange['what'], MessageKey>> = {
  begins: 'upkeep.change.begins',
  changes: 'upkeep.change.changes',
  ends: 'upkeep.change.ends',
};
