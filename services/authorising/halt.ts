import { type AuthorisingProblem, refuseAct } from './errors.ts';
import type { ActRule } from './matrix.ts';
import type { Instant } from './request.ts';

/** What a halt stops: acts by which Testamur vouches for something, or everything that writes. */
export const HALT_SCOPES = ['issuing', 'writes'] as const;
export type HaltScope = (typeof HALT_SCOPES)[number];
export type Halt = { readonly scope: HaltScope; readonly since: Instant };

/** Asked within the transaction of the act, so that no process goes on with what it remembers. */
export type HaltStore = {
  /** The widest halt in force. */
  current(): Promise<Halt | undefined>;
};

/** Taking back goes on while issuing is halted: whoever has vouched for too much must be able to stop. */
export function isStopped(rule: ActRule, halt: Halt): boolean {
  if (rule.goesOn) return false;
  if (rule.vouches) return true;
  return halt.scope === 'writes' && rule.touches.some(([, operation]) => operation !== 'read');
}

export const halted = ({ scope, since }: Halt): AuthorisingProblem =>
  refuseAct(
    'AUTHORISING_HALTED',
    `The operator has halted ${scope === 'issuing' ? 'what Testamur vouches for' : 'everything that writes'} since ${since}. Nothing was changed.`,
    'Questions are answered as always. Try this again when the halt is lifted.',
  );
