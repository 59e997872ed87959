import type { Instant, Uuid } from './request.ts';

export type ApprovalRequest = {
  readonly requestId: Uuid;
  readonly act: string;
  /** SHA-256 of what is to be done, so that nothing else can be done with the approval. */
  readonly contentHash: string;
  /** What the approver reads. */
  readonly content: unknown;
  readonly requestedBy: Uuid;
  readonly requestedAt: Instant;
  readonly expiresAt: Instant;
};

export type ApprovalDecision = {
  readonly requestId: Uuid;
  readonly personId: Uuid;
  readonly approves: boolean;
  readonly reason: string;
  readonly decidedAt: Instant;
};

export type ApprovalFound = ApprovalRequest & {
  readonly decisions: readonly ApprovalDecision[];
  readonly isUsed: boolean;
};

/** 0: the policy was taken back. An act without a policy needs no approval either. */
export type ApprovalPolicy = { readonly act: string; readonly approvals: number };

/** Four eyes: policies, requests, decisions, and that an approval serves once. */
export type ApprovalStore = {
  /** How many approvals the organisation asks for; 0 where it asks for none. */
  countNeeded(organisation: Uuid, act: string): Promise<number>;
  listPolicies(organisation: Uuid): Promise<readonly ApprovalPolicy[]>;
  setPolicy(
    organisation: Uuid,
    policy: { act: string; approvals: number; setBy: Uuid; at: Instant },
  ): Promise<void>;
  request(organisation: Uuid, request: ApprovalRequest): Promise<void>;
  find(organisation: Uuid, requestId: Uuid): Promise<ApprovalFound | undefined>;
  list(organisation: Uuid): Promise<readonly ApprovalFound[]>;
  decide(organisation: Uuid, decision: ApprovalDecision): Promise<void>;
  use(organisation: Uuid, use: { requestId: Uuid; personId: Uuid; at: Instant }): Promise<void>;
};
