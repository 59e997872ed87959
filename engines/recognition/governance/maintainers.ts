/** Who looks after the rules of a jurisdiction. */
export type MaintainerRole = 'proposer' | 'approver';

export type Holder =
  | {
      readonly role: MaintainerRole;
      readonly holder: string;
      /** A mailto: or https: address. */
      readonly contact: string;
      /** The term, half-open. */
      readonly from: string;
      readonly to?: string;
      readonly office?: string;
    }
  | { readonly role: MaintainerRole; readonly holder: 'vacant'; readonly since: string };

export type Maintainers = {
  /** The jurisdiction. */
  readonly maintainers: string;
  /** How many approvers must agree to a version of a pack. */
  readonly approvals: number;
  readonly roles: readonly Holder[];
};
