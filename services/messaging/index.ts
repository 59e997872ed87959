export { addEndpoint, type EndpointAdded, type EndpointWanted } from './add-endpoint.ts';
export { changeEndpoint, type EndpointChange } from './change-endpoint.ts';
export { TOLD_ACTS } from './endpoint-input.ts';
export type { MessagingCode, MessagingProblem } from './errors.ts';
export { listDeliveries } from './list-deliveries.ts';
export { listEndpoints } from './list-endpoints.ts';
export { listNotices } from './list-notices.ts';
export { listPreferences } from './list-preferences.ts';
export {
  CHANNELS,
  type Channel,
  isMessageKind,
  MESSAGE_KINDS,
  type MessageKind,
  SWITCHABLE_KINDS,
} from './message-kinds.ts';
export type {
  Message,
  MessageFound,
  MessageStore,
  MessageValues,
  Notice,
  Outcome,
  Preference,
  PreferenceStore,
  RecipientFound,
} from './message-store.ts';
export type { MessagingPlatform, MessagingStores } from './messaging-act.ts';
export type { MailBody } from './read-mail-body.ts';
export { resendDelivery } from './resend-delivery.ts';
export { OVERLAP_MS, rotateSecret } from './rotate-secret.ts';
export { setPreference } from './set-preference.ts';
export { LONGEST_FAILING_MS, type Settled, settleMessage } from './settle-message.ts';
export { type MailTaken, type Taken, takeMessage, type WebhookTaken } from './take-message.ts';
export type { Delivery, Endpoint, EndpointFound, EndpointState, WebhookStore } from './webhook-store.ts';
