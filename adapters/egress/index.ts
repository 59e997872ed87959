export type { EgressCode, EgressProblem } from './errors.ts';
export { isPublicAddress } from './is-public-address.ts';
export { type Egress, type EgressSettings, type Incoming, type Outgoing, openEgress } from './open-egress.ts';
export { type SignedWebhook, signWebhook, verifyWebhook } from './sign-webhook.ts';
