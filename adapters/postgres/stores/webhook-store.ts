import type { EndpointFound, WebhookStore } from '@testamur/services/messaging';
import { type Selectable, sql, type Transaction } from 'kysely';
import type { WantedJob } from '../jobs/send-jobs.ts';
import type { Tables } from '../tables.ts';
import { countOf, toInstant, toInstantOrNone } from './instants.ts';

type Rows = Transaction<Tables>;

export function openWebhookStore(trx: Rows, enqueue: (job: WantedJob) => void): WebhookStore {
  return { ...openEndpoints(trx), ...openSecrets(trx), ...openDeliveries(trx, enqueue) };
}

type Endpoints = Pick<WebhookStore, 'add' | 'find' | 'list' | 'setKinds' | 'setState'>;

function openEndpoints(trx: Rows): Endpoints {
  const change = (organisation: string, endpointId: string) =>
    trx
      .updateTable('webhook_endpoints')
      .where('organisation_id', '=', organisation)
      .where('endpoint_id', '=', endpointId);
  const select = (organisation: string) =>
    trx.selectFrom('webhook_endpoints').selectAll().where('organisation_id', '=', organisation);
  return {
    add: async (organisation_id, { endpointId, url, kinds, createdBy, createdAt }) => {
      const row = { endpoint_id: endpointId, url, kinds: [...kinds], created_by: createdBy };
      await trx
        .insertInto('webhook_endpoints')
        .values({ organisation_id, ...row, created_at: createdAt })
        .execute();
    },
    find: async (organisation, endpointId) => {
      const row = await select(organisation).where('endpoint_id', '=', endpointId).executeTakeFirst();
      return row && toEndpoint(row);
    },
    list: async (organisation) =>
      (await select(organisation).orderBy('created_at').orderBy('endpoint_id').execute()).map(toEndpoint),
    setKinds: async (organisation, endpointId, kinds) =>
      countOf(
        await change(organisation, endpointId)
          .set({ kinds: [...kinds] })
          .executeTakeFirst(),
      ),
    setState: async (organisation, endpointId, state) => {
      const none = { failing_since: null, disabled_at: null, disabled_why: null };
      const set =
        state.kind === 'working'
          ? none
          : state.kind === 'failing'
            ? { failing_since: state.since }
            : { disabled_at: state.at, disabled_why: state.why };
      return countOf(await change(organisation, endpointId).set(set).executeTakeFirst());
    },
  };
}

function toEndpoint(row: Selectable<Tables['webhook_endpoints']>): EndpointFound {
  return {
    endpointId: row.endpoint_id,
    url: row.url,
    kinds: row.kinds,
    createdBy: row.created_by,
    createdAt: toInstant(row.created_at),
    failingSince: toInstantOrNone(row.failing_since),
    disabledAt: toInstantOrNone(row.disabled_at),
    disabledWhy: row.disabled_why ?? undefined,
  };
}

type Secrets = Pick<WebhookStore, 'addSecret' | 'endSecrets' | 'listSecrets'>;

function openSecrets(trx: Rows): Secrets {
  return {
    addSecret: async (organisation_id, { endpointId, secretId, secret, at }) => {
      const row = { endpoint_id: endpointId, secret_id: secretId, secret, created_at: at };
      await trx
        .insertInto('webhook_secrets')
        .values({ organisation_id, ...row })
        .execute();
    },
    endSecrets: async (organisation, endpointId, at) =>
      countOf(
        await trx
          .updateTable('webhook_secrets')
          .set({ expires_at: at })
          .where('organisation_id', '=', organisation)
          .where('endpoint_id', '=', endpointId)
          .where('expires_at', 'is', null)
          .executeTakeFirst(),
      ),
    listSecrets: async (organisation, endpointId, at) => {
      const rows = await trx
        .selectFrom('webhook_secrets')
        .select('secret')
        .where('organisation_id', '=', organisation)
        .where('endpoint_id', '=', endpointId)
        .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', sql<Date>`${at}`)]))
        .orderBy('created_at', 'desc')
        .orderBy('secret_id')
        .execute();
      return rows.map((row) => row.secret);
    },
  };
}

type Deliveries = Pick<WebhookStore, 'listDeliveries' | 'resend'>;

function openDeliveries(trx: Rows, enqueue: (job: WantedJob) => void): Deliveries {
  return {
    listDeliveries: async (organisation, endpointId, limit) => {
      const rows = await trx
        .selectFrom('outbox')
        .selectAll()
        .where('organisation_id', '=', organisation)
        .where('endpoint_id', '=', endpointId)
        .orderBy('created_at', 'desc')
        .orderBy('message_id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        messageId: row.message_id,
        kind: row.kind,
        createdAt: toInstant(row.created_at),
        attempts: row.attempts,
        triedAt: toInstantOrNone(row.tried_at),
        sentAt: toInstantOrNone(row.sent_at),
        failedAt: toInstantOrNone(row.failed_at),
        withheldAt: toInstantOrNone(row.withheld_at),
        lastError: row.last_error ?? undefined,
      }));
    },
    resend: async (organisation, message) => {
      enqueue({ queue: 'webhook', organisation, message });
      return countOf(
        await trx
          .updateTable('outbox')
          .set({ sent_at: null, failed_at: null, withheld_at: null })
          .where('organisation_id', '=', organisation)
          .where('message_id', '=', message)
          .executeTakeFirst(),
      );
    },
  };
}
