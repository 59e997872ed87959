export type { AuditStore, EventsWanted, StoredEvent } from './audit-store.ts';
export { type AuditStores, listEvents } from './list-events.ts';
export { listOwnEvents } from './list-own-events.ts';
export { toFhirAuditEvent } from './to-fhir.ts';
export { type ChainEnd, type ChainFault, GENESIS, verifyChain } from './verify-chain.ts';
