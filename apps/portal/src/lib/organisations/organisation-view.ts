/** What our interface says of an organisation, and of what is done in it. */
export type Organisation = {
  readonly organisation: string;
  readonly kind: string;
  readonly name: string;
  readonly country?: string;
  readonly verifications: readonly Verification[];
  readonly links: readonly {
    readonly child: string;
    readonly parent: string;
    readonly isConfirmed: boolean;
  }[];
  readonly neighbours: readonly { readonly organisation: string; readonly name: string }[];
};
export type Verification = {
  readonly verificationId: string;
  readonly by: string;
  readonly method: string;
  readonly evidence: string;
  readonly verifiedAt: string;
  readonly withdrawnAt?: string;
};
export type Found = {
  readonly organisation: string;
  readonly kind: string;
  readonly name: string;
  readonly country?: string;
  readonly isVerified: boolean;
};
export type Member = {
  readonly personId: string;
  readonly knownAs: string;
  readonly roles: readonly string[];
  readonly joinedAt: string;
  readonly endedAt?: string;
};
export type Invitation = {
  readonly invitationId: string;
  readonly role: string;
  readonly invitedAs: string;
  readonly expiresAt: string;
};
export type Invited = { readonly invitationId: string; readonly secret?: string };
export type Delegation = {
  readonly delegationId: string;
  readonly from: string;
  readonly to: string;
  readonly role: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly revokedAt?: string;
};
export type Interest = {
  readonly declarationId: string;
  readonly personId: string;
  readonly subject: string;
  readonly subjectName?: string;
  readonly nature: string;
  readonly statement: string;
  readonly declaredAt: string;
};
export type Policy = { readonly act: string; readonly approvals: number };
export type Approval = {
  readonly requestId: string;
  readonly act: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly expiresAt: string;
  readonly isUsed: boolean;
  readonly decisions: readonly {
    readonly personId: string;
    readonly approves: boolean;
    readonly reason: string;
    readonly decidedAt: string;
  }[];
};

export type Provider = { readonly issuer: string; readonly clientId: string; readonly setAt: string };
export type Program = {
  readonly accountId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly disabledAt?: string;
};
export type ProgramKey = {
  readonly keyId: string;
  readonly accountId: string;
  readonly validFrom: string;
  readonly validUntil?: string;
};

/** What whoever looks may see from within; a list that she may not read is absent. */
export type House = {
  readonly me: { readonly personId: string; readonly roles: readonly string[] };
  readonly members: readonly Member[] | undefined;
  readonly invitations: readonly Invitation[] | undefined;
  readonly delegations: readonly Delegation[] | undefined;
  readonly approvals: readonly Approval[] | undefined;
  readonly policies: readonly Policy[] | undefined;
  readonly interests: readonly Interest[] | undefined;
  readonly providers: readonly Provider[] | undefined;
  readonly programs: readonly Program[] | undefined;
  readonly programKeys: readonly ProgramKey[] | undefined;
  /** What programs may be let do, as the interface names it. */
  readonly programActs: readonly string[];
};

/** Under which name the organisation knows somebody. Whoever was erased has none. */
export function nameOfMember(members: readonly Member[] | undefined, personId: string): string {
  const name = members?.find((one) => one.personId === personId)?.knownAs ?? '';
  return name === '' ? personId.slice(0, 8) : name;
}
