import {
  isMessageKind,
  type MailBody,
  MESSAGE_KINDS,
  type Message,
  type MessageStore,
} from '@testamur/services/messaging';
import type { PersonKeys } from '@testamur/services/privacy';
import { sql, type Transaction } from 'kysely';
import type { WantedJob } from '../jobs/send-jobs.ts';
import { openLetter, sealLetter } from '../sealing/letter-key.ts';
import type { Tables } from '../tables.ts';
import { countOf, toInstant } from './instants.ts';

type Rows = Transaction<Tables>;

type Given = { readonly enqueue: (job: WantedJob) => void; readonly keys: PersonKeys };

export function openMessageStore(trx: Rows, { enqueue, keys }: Given): MessageStore {
  return {
    add: async (organisation, message) => {
      await addMail(trx, keys, organisation, message);
      enqueue({ queue: 'mail', organisation, message: message.messageId });
      if (MESSAGE_KINDS[message.kind] !== 'address') await addNotice(trx, organisation, message);
    },
    find: (organisation, messageId) => findMessage(trx, keys, { organisation, messageId }),
    findRecipient: async (personId) => {
      const row = await trx
        .selectFrom('people')
        .select(['person_id', 'display_name', 'mail', 'language'])
        .where('organisation_id', '=', personId)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return row && { displayName: row.display_name, mail: row.mail ?? undefined, language: row.language };
    },
    findOrganisationName: async (organisation) =>
      (
        await trx
          .selectFrom('organisations')
          .select('name')
          .where('organisation_id', '=', organisation)
          .executeTakeFirst()
      )?.name,
    settle: (organisation, messageId, outcome, at) =>
      settleMessage(trx, { organisation, messageId, outcome, at }),
    listNotices: (personId, limit) => listNotices(trx, personId, limit),
    listHolders: async (organisation, roles) => {
      const rows = await trx
        .selectFrom('member_roles as r')
        .innerJoin('memberships as m', (join) =>
          join.onRef('m.organisation_id', '=', 'r.organisation_id').onRef('m.person_id', '=', 'r.person_id'),
        )
        .select('r.person_id')
        .distinct()
        .where('r.organisation_id', '=', organisation)
        .where(sql<boolean>`r.role = ANY (${[...roles]}::text[])`)
        .where('m.ended_at', 'is', null)
        .orderBy('r.person_id')
        .execute();
      return rows.map((row) => row.person_id);
    },
  };
}

async function addMail(trx: Rows, keys: PersonKeys, organisation: string, message: Message): Promise<void> {
  const { recipient, values, until } = message;
  const body: MailBody = {
    values,
    ...(typeof recipient === 'string' ? {} : recipient),
    ...(until === undefined ? {} : { until }),
  };
  await trx
    .insertInto('outbox')
    .values({
      organisation_id: organisation,
      message_id: message.messageId,
      channel: 'mail',
      kind: message.kind,
      recipient_id: typeof recipient === 'string' ? recipient : null,
      body: sealLetter(keys, { organisation, messageId: message.messageId, at: message.at }, body),
      created_at: message.at,
    })
    .execute();
}

/** The portal shows it from now on: nothing need be sent. */
async function addNotice(trx: Rows, organisation_id: string, message: Message): Promise<void> {
  if (typeof message.recipient !== 'string') return;
  await trx
    .insertInto('outbox')
    .values({
      organisation_id,
      message_id: sql<string>`gen_random_uuid()`,
      channel: 'portal',
      kind: message.kind,
      recipient_id: message.recipient,
      body: '{}',
      created_at: message.at,
      sent_at: message.at,
    })
    .execute();
}

async function findMessage(
  trx: Rows,
  keys: PersonKeys,
  { organisation, messageId }: { readonly organisation: string; readonly messageId: string },
) {
  const row = await trx
    .selectFrom('outbox')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return (
    row && {
      messageId: row.message_id,
      channel: row.channel,
      kind: row.kind,
      body: openLetter(keys, { organisation, messageId, at: toInstant(row.created_at) }, row.body),
      recipientId: row.recipient_id ?? undefined,
      endpointId: row.endpoint_id ?? undefined,
      createdAt: toInstant(row.created_at),
      attempts: row.attempts,
      // One that was given up may be tried again: only its job decides.
      isSettled: row.sent_at !== null || row.withheld_at !== null,
    }
  );
}

type Settling = {
  readonly organisation: string;
  readonly messageId: string;
  readonly outcome: Parameters<MessageStore['settle']>[2];
  readonly at: string;
};

async function settleMessage(trx: Rows, { organisation, messageId, outcome, at }: Settling): Promise<number> {
  const ends = { sent_at: null, failed_at: null, withheld_at: null };
  const isOver = outcome.kind !== 'failed' || outcome.isFinal;
  const end = { sent: 'sent_at', withheld: 'withheld_at', failed: 'failed_at' } as const;
  const result = await trx
    .updateTable('outbox')
    .set((row) => ({
      ...ends,
      ...(isOver ? { [end[outcome.kind]]: at } : {}),
      tried_at: at,
      attempts: row('attempts', '+', 1),
      last_error: outcome.kind === 'sent' ? null : outcome.why,
    }))
    // A letter that has gone is not kept; a webhook can be sent again.
    .$if(outcome.kind !== 'failed', (query) =>
      query.set({ body: sql<string>`CASE channel WHEN 'mail' THEN '{}'::jsonb ELSE body END` }),
    )
    .where('organisation_id', '=', organisation)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return countOf(result);
}

async function listNotices(trx: Rows, personId: string, limit: number) {
  const rows = await trx
    .selectFrom('outbox')
    .select(['message_id', 'organisation_id', 'kind', 'created_at'])
    .where('recipient_id', '=', personId)
    .where('channel', '=', 'portal')
    .orderBy('created_at', 'desc')
    .orderBy('message_id')
    .limit(limit)
    .execute();
  return rows.flatMap((row) =>
    isMessageKind(row.kind)
      ? [
          {
            messageId: row.message_id,
            organisation: row.organisation_id,
            kind: row.kind,
            at: toInstant(row.created_at),
          },
        ]
      : [],
  );
}
