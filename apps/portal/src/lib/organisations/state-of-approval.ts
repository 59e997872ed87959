import type { Approval } from './organisation-view.ts';

export type ApprovalState = 'used' | 'refused' | 'expired' | 'approved' | 'waiting';

/** What became of a request at an instant, where the act needs so many approvals. */
export function stateOfApproval(asked: Approval, needed: number, at: string): ApprovalState {
  if (asked.isUsed) return 'used';
  if (asked.decisions.some((one) => !one.approves)) return 'refused';
  if (asked.expiresAt <= at) return 'expired';
  return asked.decisions.length >= needed ? 'approved' : 'waiting';
}
