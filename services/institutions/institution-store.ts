import type { Instant, Uuid } from '../authorising/index.ts';

export const ORGANISATION_KINDS = [
  'school',
  'accreditor',
  'authority',
  'imeo',
  'hospital',
  'ministry',
  'research',
] as const;
/** What can be registered. The platform's own organisation and people's own tenants come about in other ways. */
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** An organisation as it is told to whoever looks for one. */
export type OrganisationFound = Pick<Organisation, 'organisation' | 'kind' | 'name' | 'country'> & {
  readonly isVerified: boolean;
};

export const VERIFICATION_METHODS = [
  'register-extract',
  'world-directory',
  'official-domain',
  'official-letter',
  'video-call',
  'in-person',
] as const;
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number];

export type Organisation = {
  readonly organisation: Uuid;
  readonly kind: OrganisationKind | 'platform' | 'personal';
  readonly name: string;
  /** ISO 3166-1, two letters; the platform and people have none. */
  readonly country: string | undefined;
  readonly createdBy: Uuid | undefined;
  readonly createdAt: Instant;
};

export type Verification = {
  readonly verificationId: Uuid;
  /** Whose word it is. */
  readonly by: Uuid;
  readonly subject: Uuid;
  readonly method: VerificationMethod;
  readonly evidence: string;
  readonly verifiedBy: Uuid;
  readonly verifiedAt: Instant;
};
export type VerificationFound = Verification & { readonly withdrawnAt: Instant | undefined };

/** An edge of the hierarchy: claimed from below; it stands when it is confirmed from above. */
export type ParentLink = { readonly child: Uuid; readonly parent: Uuid; readonly isConfirmed: boolean };

/** Organisations, who vouches for them, and how they hang together. */
export type InstitutionStore = {
  add(organisation: Organisation): Promise<void>;
  find(organisation: Uuid): Promise<Organisation | undefined>;
  /** Those that may be told of, by name; `words` is a part of it, in either case. */
  search(wanted: {
    words: string | undefined;
    isUnverified: boolean;
    limit: number;
  }): Promise<readonly OrganisationFound[]>;
  /** The platform's own organisation. */
  findPlatform(): Promise<Organisation | undefined>;
  addVerification(verification: Verification): Promise<void>;
  withdrawVerification(by: Uuid, verificationId: Uuid, why: { reason: string; at: Instant }): Promise<number>;
  listVerifications(subject: Uuid): Promise<readonly VerificationFound[]>;
  claimParent(claim: { child: Uuid; parent: Uuid; by: Uuid; at: Instant }): Promise<void>;
  confirmChild(confirmation: { parent: Uuid; child: Uuid; by: Uuid; at: Instant }): Promise<void>;
  /** The claims of the organisation and the claims on it. */
  listLinks(organisation: Uuid): Promise<readonly ParentLink[]>;
};
