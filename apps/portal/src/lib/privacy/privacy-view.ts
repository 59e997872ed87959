/** What our interface says of one's data and of what one asked for. */
import type {
  ConsentReceipt,
  ErasureReceipt,
  PersonalExport,
  RequestKind,
  RequestState,
} from '@testamur/services/privacy';

export type { ConsentReceipt, ErasureReceipt, PersonalExport, RequestKind, RequestState };

export type Restriction = { readonly isRestricted: boolean; readonly since?: string };

export type RequestView = {
  readonly requestId: string;
  readonly kind: RequestKind;
  readonly statement: string;
  readonly sentAt: string;
  readonly state: RequestState;
  readonly decision?: { readonly outcome: string; readonly reason: string; readonly decidedAt: string };
  readonly review?: { readonly outcome: string; readonly reason: string; readonly reviewedAt: string };
};

/** As those see it who decide. */
export type RequestToDecide = RequestView & {
  readonly personId: string;
  readonly decidedBy?: string;
  readonly reviewedBy?: string;
};
