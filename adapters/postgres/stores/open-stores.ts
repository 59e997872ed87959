import type { AuditStore } from '@testamur/services/auditing';
import type { ActStores } from '@testamur/services/authorising';
import type { InstitutionStore } from '@testamur/services/institutions';
import type { HaltLog } from '@testamur/services/operating';
import type { PeopleStore } from '@testamur/services/people';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { openApprovalStore } from './approval-store.ts';
import { openAuditStore } from './audit-store.ts';
import { openHaltLog, openHaltStore } from './halt-store.ts';
import { openInstitutionStore } from './institution-store.ts';
import { openPeopleStore } from './people-store.ts';
import { openStandingStore } from './standing-store.ts';

export type PlatformStores = ActStores & {
  readonly people: PeopleStore;
  readonly institutions: InstitutionStore;
  readonly audit: AuditStore;
  readonly haltLog: HaltLog;
};

/**
 * The stores of one transaction. `noted` records which personal data is read; that an act looks up the standing of its own actor is no
 * reading of somebody's data and goes past it.
 */
export function openStores({
  plain,
  noted,
}: {
  plain: Transaction<Tables>;
  noted: Transaction<Tables>;
}): PlatformStores {
  return {
    standing: openStandingStore(plain),
    approvals: openApprovalStore(noted),
    halts: openHaltStore(plain),
    haltLog: openHaltLog(plain),
    people: openPeopleStore(noted),
    institutions: openInstitutionStore(noted),
    audit: openAuditStore(noted),
  };
}
