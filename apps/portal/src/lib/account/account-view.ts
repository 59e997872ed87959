/** What our interface says of one's account. */
export type Profile = {
  readonly personId: string;
  readonly displayName: string;
  readonly language: string;
  readonly mail?: string;
};
export type Membership = {
  readonly organisation: string;
  readonly name: string;
  readonly kind: string;
  readonly knownAs: string;
  readonly roles: readonly string[];
  readonly joinedAt: string;
  readonly endedAt?: string;
};
export type Session = {
  readonly sessionId: string;
  readonly device: string;
  readonly isShared: boolean;
  readonly isThisOne: boolean;
  readonly begunAt: string;
  readonly seenAt: string;
};
export type Passkey = {
  readonly passkeyId: string;
  readonly label: string;
  readonly isBackedUp: boolean;
  readonly createdAt: string;
  readonly lastUsedAt?: string;
};
export type Identity = { readonly identityId: string; readonly issuer: string; readonly linkedAt: string };
export type Recovery = {
  readonly codesLeft: number;
  readonly waiting?: { readonly begunAt: string; readonly ripeAt: string };
};
export type Happening = { readonly sequence: number; readonly recordedAt: string; readonly act: string };
