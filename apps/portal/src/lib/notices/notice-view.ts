/** What our interface says of messages to people and to programs. */
export type NoticeView = {
  readonly messageId: string;
  readonly organisation: string;
  readonly kind: string;
  readonly at: string;
};
export type PreferenceView = {
  readonly kind: string;
  readonly channel: 'mail' | 'portal';
  readonly isWanted: boolean;
};
export type EndpointView = {
  readonly endpointId: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly failingSince?: string;
  readonly disabledAt?: string;
  readonly disabledWhy?: 'by-administrator' | 'failing';
};
export type DeliveryView = {
  readonly messageId: string;
  readonly kind: string;
  readonly createdAt: string;
  readonly attempts: number;
  readonly sentAt?: string;
  readonly failedAt?: string;
  readonly withheldAt?: string;
  readonly lastError?: string;
};
