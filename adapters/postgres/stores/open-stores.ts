import type { AuditStore } from '@testamur/services/auditing';
import type { ActStores } from '@testamur/services/authorising';
import type { IdentifyingStores } from '@testamur/services/identifying';
import type { InstitutionStore } from '@testamur/services/institutions';
import type { MessageStore, PreferenceStore, WebhookStore } from '@testamur/services/messaging';
import type { HaltLog } from '@testamur/services/operating';
import type { PeopleStore } from '@testamur/services/people';
import type { PersonKeys, PrivacyStore } from '@testamur/services/privacy';
import type { LeafStore } from '@testamur/services/publishing';
import type { JobStore } from '@testamur/services/working';
import type { Transaction } from 'kysely';
import type { WantedJob } from '../jobs/send-jobs.ts';
import type { Tables } from '../tables.ts';
import { openApprovalStore } from './approval-store.ts';
import { openAuditStore } from './audit-store.ts';
import { openHaltLog, openHaltStore } from './halt-store.ts';
import { openIdentifyingStore } from './identifying-store.ts';
import { openInstitutionStore } from './institution-store.ts';
import { openJobStore } from './job-store.ts';
import { openLeafStore } from './leaf-store.ts';
import { openMessageStore } from './message-store.ts';
import { openPeopleStore } from './people-store.ts';
import { openPreferenceStore } from './preference-store.ts';
import { openPrivacyStore } from './privacy-store.ts';
import { openProgramStore } from './program-store.ts';
import { openProviderStore } from './provider-store.ts';
import { openStandingStore } from './standing-store.ts';
import { openWebhookStore } from './webhook-store.ts';

export type PlatformStores = ActStores & {
  readonly people: PeopleStore;
  readonly institutions: InstitutionStore;
  readonly identifying: IdentifyingStores['identifying'];
  readonly programs: IdentifyingStores['programs'];
  readonly providers: IdentifyingStores['providers'];
  readonly audit: AuditStore;
  readonly privacy: PrivacyStore;
  readonly leaves: LeafStore;
  readonly haltLog: HaltLog;
  readonly messages: MessageStore;
  readonly preferences: PreferenceStore;
  readonly webhooks: WebhookStore;
  readonly jobs: JobStore;
};

/**
 * The stores of one transaction. `noted` records which personal data is read; that an act looks up the standing of its own actor is no
 * reading of somebody's data and goes past it. `enqueue` takes the jobs that are sent at the end of the transaction.
 */
export function openStores({
  plain,
  noted,
  enqueue,
  keys,
  reader,
}: {
  plain: Transaction<Tables>;
  noted: Transaction<Tables>;
  enqueue: (job: WantedJob) => void;
  keys: PersonKeys;
  /** Who reads. */
  reader: string | undefined;
}): PlatformStores {
  return {
    standing: openStandingStore(plain),
    approvals: openApprovalStore(noted),
    halts: openHaltStore(plain),
    haltLog: openHaltLog(plain),
    people: openPeopleStore(noted),
    institutions: openInstitutionStore(noted),
    audit: openAuditStore(noted, { keys, reader }),
    privacy: openPrivacyStore(noted),
    identifying: openIdentifyingStore({ plain, noted }),
    programs: openProgramStore(noted),
    providers: openProviderStore({ plain, noted }),
    leaves: openLeafStore(noted),
    messages: openMessageStore(noted, { enqueue, keys }),
    preferences: openPreferenceStore(noted),
    webhooks: openWebhookStore(noted, enqueue),
    jobs: openJobStore(plain),
  };
}
