import { describe, expect, it } from 'vitest';
import type { Approval } from './organisation-view.ts';
import { stateOfApproval } from './state-of-approval.ts';

const NOW = '2026-11-23T12:00:00.000Z';
const asked: Approval = {
  ...{ requestId: 'r', act: 'people.assign-role', content: {}, requestedBy: 'a', isUsed: false },
  ...{ requestedAt: NOW, expiresAt: '2026-11-30T12:00:00.000Z', decisions: [] },
};
const yes = { personId: 'b', approves: true, reason: 'fine', decidedAt: NOW };
const no = { ...yes, personId: 'c', approves: false };

describe('a request for approval', () => {
  it.each([
    ['waits while it has too few approvals', { ...asked, decisions: [yes] }, 2, 'waiting'],
    ['is approved when it has enough', { ...asked, decisions: [yes] }, 1, 'approved'],
    ['is refused by one refusal, whatever else was said', { ...asked, decisions: [yes, no] }, 1, 'refused'],
    ['expires at its instant', { ...asked, expiresAt: NOW, decisions: [yes] }, 1, 'expired'],
    ['was used, and stays so', { ...asked, expiresAt: NOW, isUsed: true, decisions: [yes] }, 1, 'used'],
  ] as const)('%s', (_claim, request, needed, state) => {
    expect(stateOfApproval(request, needed, NOW)).toBe(state);
  });
});
