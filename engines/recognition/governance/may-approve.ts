/** Whether somebody may approve a pack on a day. Days are ISO texts, which compare as they stand. */
import type { Holder, Maintainers } from './maintainers.ts';

export type Approval = 'may' | 'notNamed' | 'notApprover' | 'outOfTerm';

type Held = Exclude<Holder, { readonly holder: 'vacant' }>;
const isHeld = (holder: Holder): holder is Held => 'contact' in holder;

export const inTerm = ({ from, to }: Held, on: string): boolean =>
  from <= on && (to === undefined || on < to);

/** @example mayApprove(maintainers, 'A. Example', '2026-11-22') // 'may' */
export function mayApprove({ roles }: Maintainers, name: string, on: string): Approval {
  const named = roles.filter(isHeld).filter(({ holder }) => holder === name);
  if (named.length === 0) return 'notNamed';
  const approving = named.filter(({ role }) => role === 'approver');
  if (approving.length === 0) return 'notApprover';
  return approving.some((each) => inTerm(each, on)) ? 'may' : 'outOfTerm';
}

/** Who holds a role on a day; nobody where it is vacant. */
export const holdersOn = ({ roles }: Maintainers, role: Holder['role'], on: string): readonly Held[] =>
  roles.filter(isHeld).filter((each) => each.role === role && inTerm(each, on));
