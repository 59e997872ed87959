export type {
  ApprovalDecision,
  ApprovalFound,
  ApprovalPolicy,
  ApprovalRequest,
  ApprovalStore,
} from './approval-store.ts';
export { authoriseByMatrix, FRESH_MS } from './authorise.ts';
export { readLine, readText, unusable } from './check-text.ts';
export { decideApproval } from './decide-approval.ts';
export { describeMatrix } from './describe-matrix.ts';
export { type AuthorisingCode, type AuthorisingProblem, refuseAct } from './errors.ts';
export { HALT_SCOPES, type Halt, type HaltScope, type HaltStore, isStopped } from './halt.ts';
export { listApprovalPolicies } from './list-approval-policies.ts';
export { listApprovals } from './list-approvals.ts';
export { ACTS, type ActName, type ActRule, ruleOf, touchesOf } from './matrix.ts';
export { APPROVAL_NOTICES, type NoticeStore, type Noticing } from './noticing.ts';
export { type ActGiven, performAct } from './perform-act.ts';
export {
  type Actor,
  actorId,
  actorOf,
  type Instant,
  isInstant,
  isUuid,
  NOBODY,
  organisationOf,
  type Request,
  type Uuid,
} from './request.ts';
export { type ApprovalAsked, requestApproval } from './request-approval.ts';
export { type Operation, RESOURCES, type Resource, type RowCondition, type Touch } from './resources.ts';
export { isMemberRole, MEMBER_ROLES, type MemberRole, ROLES, type Role } from './roles.ts';
export { setApprovalPolicy } from './set-approval-policy.ts';
export type { StandingRows, StandingStore } from './standing.ts';
export type { ActStores, Authorise, Platform, UnitOfWork } from './unit-of-work.ts';
