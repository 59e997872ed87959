import type { Instant, Uuid } from '../authorising/index.ts';

export const REQUEST_KINDS = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'review',
] as const;
/** The rights of GDPR 15 to 22; `review` asks for a person to look at what a program found (22). */
export type RequestKind = (typeof REQUEST_KINDS)[number];

export type PrivacyRequest = {
  readonly requestId: Uuid;
  readonly personId: Uuid;
  readonly kind: RequestKind;
  readonly statement: string;
  readonly sentAt: Instant;
};
export type PrivacyDecision = {
  readonly requestId: Uuid;
  readonly personId: Uuid;
  /** A refusal is proposed: it stands when somebody else upholds it. */
  readonly outcome: 'granted' | 'refusal-proposed';
  readonly reason: string;
  readonly decidedBy: Uuid;
  readonly decidedAt: Instant;
};
export type RefusalReview = {
  readonly requestId: Uuid;
  readonly personId: Uuid;
  readonly outcome: 'upheld' | 'overturned';
  readonly reason: string;
  readonly reviewedBy: Uuid;
  readonly reviewedAt: Instant;
};
export type RequestFound = PrivacyRequest & {
  readonly decision: PrivacyDecision | undefined;
  readonly review: RefusalReview | undefined;
};

export type ConsentEvent = {
  readonly eventId: Uuid;
  readonly personId: Uuid;
  readonly purpose: string;
  readonly state: 'given' | 'withdrawn';
  /** SHA-256 of the words that the person was shown. */
  readonly noticeHash: string;
  readonly language: string;
  readonly at: Instant;
};

export type Erasure = {
  readonly erasureId: Uuid;
  readonly personId: Uuid;
  readonly askedBy: 'person' | 'console';
  readonly at: Instant;
};
export type Erased = {
  /** Whose keys are to be destroyed: the person, and the invitations that she took. */
  readonly subjects: readonly Uuid[];
  readonly membershipsEnded: number;
  readonly signInsRemoved: number;
};

/** Rows of one table as the store holds them, deciphered; column by column. */
export type TableExport = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export type PrivacyStore = {
  /** Everything about the person, by table; hashes of secrets are left out. */
  collect(personId: Uuid): Promise<TableExport>;
  /** Organisations whose only administrator the person is. */
  listSoleAdministrations(personId: Uuid): Promise<readonly Uuid[]>;
  /** Ends memberships, removes every way to sign in, blanks what can be searched for, and keeps that it was done. */
  erase(erasure: Erasure): Promise<Erased>;
  setRestriction(set: {
    restrictionId: Uuid;
    personId: Uuid;
    isRestricted: boolean;
    at: Instant;
  }): Promise<void>;
  /** The newest word on it. */
  findRestriction(
    personId: Uuid,
  ): Promise<{ readonly isRestricted: boolean; readonly at: Instant } | undefined>;
  addRequest(request: PrivacyRequest): Promise<void>;
  listOwnRequests(personId: Uuid): Promise<readonly RequestFound[]>;
  /** Those of everybody. */
  listRequests(): Promise<readonly RequestFound[]>;
  findRequest(requestId: Uuid): Promise<PrivacyRequest | undefined>;
  findDecision(organisation: Uuid, requestId: Uuid): Promise<PrivacyDecision | undefined>;
  addDecision(organisation: Uuid, decision: PrivacyDecision): Promise<void>;
  addReview(organisation: Uuid, review: RefusalReview): Promise<void>;
  addConsentEvent(event: ConsentEvent): Promise<void>;
  listConsentEvents(personId: Uuid): Promise<readonly ConsentEvent[]>;
};
