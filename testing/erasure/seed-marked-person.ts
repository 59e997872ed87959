import { randomUUID } from 'node:crypto';
import { type Database, openUnitOfWork } from '@testamur/adapters/postgres';
import {
  authoriseByMatrix,
  decideApproval,
  type Request,
  requestApproval,
} from '@testamur/services/authorising';
import { foundPlatform, registerOrganisation } from '@testamur/services/institutions';
import {
  acceptInvitation,
  assignRole,
  declareInterest,
  inviteMember,
  listMembers,
  registerPerson,
} from '@testamur/services/people';
import { decideRequest, reviewRefusal, sendRequest } from '@testamur/services/privacy';
import { sql } from 'kysely';
import { SealedColumns } from '../../adapters/postgres/sealing/seal-columns.ts';

export type ErasurePlatform = ReturnType<typeof platformOf>;
const AT = '2026-11-22T12:00:00.000Z';
const LATER = '2026-12-22T12:00:00.000Z';

export const platformOf = (database: Database) => ({
  unitOfWork: openUnitOfWork(database),
  authorise: authoriseByMatrix,
  newId: () => randomUUID(),
  newSecret: () => `${randomUUID()}${randomUUID()}`,
  personKeys: database.keys,
});
export const asPerson = (id: string, organisation?: string, more: Partial<Request> = {}): Request => ({
  actor: { kind: 'person', id },
  ...(organisation === undefined ? {} : { organisation }),
  at: AT,
  provedAt: AT,
  site: 'erasure',
  ...more,
});

async function done<T>(
  result: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>,
): Promise<T> {
  const outcome = await result;
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

export type House = { readonly organisation: string; readonly colleague: string };
export type Stage = {
  readonly platform: ErasurePlatform;
  readonly school: House;
  readonly platformHouse: House;
};

/** A school and the platform's own organisation, each with somebody who acts upon others. */
export async function setStage(database: Database): Promise<Stage> {
  const platform = platformOf(database);
  const anybody = { actor: { kind: 'anonymous' }, at: AT, site: 'erasure' } as const;
  const newcomer = async () =>
    (await done(registerPerson(platform, anybody, { displayName: 'Colleague', language: 'en' }))).personId;
  const colleague = await newcomer();
  const { organisation } = await done(
    registerOrganisation(platform, asPerson(colleague), {
      kind: 'school',
      name: 'control-0pen-in-the-data',
      country: 'IN',
      knownAs: 'Colleague',
    }),
  );
  const console = { actor: { kind: 'console' }, at: AT, site: 'console' } as const;
  const founded = await done(foundPlatform(platform, console, { name: 'Testamur', expiresAt: LATER }));
  const first = await newcomer();
  await done(
    acceptInvitation(platform, asPerson(first, undefined, { secret: founded.secret }), { knownAs: 'First' }),
  );
  const own = asPerson(first, founded.organisation);
  await done(assignRole(platform, own, { personId: first, role: 'operator' }));
  return {
    platform,
    school: { organisation, colleague },
    platformHouse: { organisation: founded.organisation, colleague: first },
  };
}

export type Marked = {
  readonly personId: string;
  readonly marker: string;
  readonly columns: readonly string[];
};

/**
 * A person with her marker in every column that the catalogue calls sealed, and in the reason of an audit event, by the acts that write them;
 * what no act writes in this release is written as a store would. Says which columns they were.
 */
export async function seedMarkedPerson(
  database: Database,
  { platform, school, platformHouse }: Stage,
  marker: string,
): Promise<Marked> {
  const inSchool = asPerson(school.colleague, school.organisation);
  const anybody = { actor: { kind: 'anonymous' }, at: AT, site: 'erasure' } as const;
  const named = { displayName: `Dr ${marker}`, mail: `${marker}@example.org`, language: 'en' };
  const { personId } = await done(registerPerson(platform, anybody, named));
  for (const house of [school, platformHouse]) {
    const inHouse = asPerson(house.colleague, house.organisation);
    const invited = { role: 'officer', invitedAs: `Invited ${marker}`, expiresAt: LATER } as const;
    const { secret } = await done(inviteMember(platform, inHouse, invited));
    const joining = asPerson(personId, undefined, { secret });
    await done(acceptInvitation(platform, joining, { knownAs: `Known ${marker}` }));
    await done(assignRole(platform, inHouse, { personId, role: 'approver' }));
  }
  const her = asPerson(personId, school.organisation, { reason: `because ${marker}` });
  await done(listMembers(platform, her));
  const interest = { subject: school.organisation, nature: 'family', statement: `my ${marker}` } as const;
  await done(declareInterest(platform, her, interest));
  const content = { role: 'officer', invitedAs: `Other ${marker}`, expiresAt: LATER };
  const asked = { act: 'people.invite-member', content, expiresAt: LATER } as const;
  await done(requestApproval(platform, her, asked));
  const theirs = await done(requestApproval(platform, inSchool, { ...asked, content: { n: 1 } }));
  const decision = { requestId: theirs.requestId, approves: true, reason: `as ${marker} knows` };
  await done(decideApproval(platform, her, decision));
  const statement = `erase ${marker}`;
  const { requestId } = await done(
    sendRequest(platform, asPerson(personId), { kind: 'objection', statement }),
  );
  const operator = asPerson(platformHouse.colleague, platformHouse.organisation);
  await done(decideRequest(platform, operator, { requestId, grants: false, reason: `no, ${marker}` }));
  await done(
    reviewRefusal(platform, asPerson(personId, platformHouse.organisation), {
      requestId,
      upholds: false,
      reason: `yes, ${marker}`,
    }),
  );
  await writeSignIns(database, personId, marker);
  return { personId, marker, columns: SEEDED };
}

/** Every column that holds the marker of a seeded person: compared with the catalogue. */
const SEEDED = [
  'approval_decisions.reason',
  'approval_requests.content',
  'approval_requests.content_hash',
  'identities.subject',
  'interest_declarations.statement',
  'invitations.invited_as',
  'memberships.known_as',
  'passkeys.label',
  'people.display_name',
  'people.mail',
  'privacy_decisions.reason',
  'privacy_requests.statement',
  'privacy_reviews.reason',
  'sessions.device',
];

type SignIns = {
  passkeys: Record<string, unknown>;
  identities: Record<string, unknown>;
  sessions: Record<string, unknown>;
};

async function writeSignIns(database: Database, personId: string, marker: string): Promise<void> {
  const own = { organisation_id: personId, person_id: personId };
  const written = await database.write(async (trx) => {
    for (const table of ['passkeys', 'identities', 'sessions'])
      await sql`ALTER TABLE ${sql.table(table)} NO FORCE ROW LEVEL SECURITY`.execute(trx);
    const store = trx.withPlugin(new SealedColumns(database.keys, personId)).withTables<SignIns>();
    const columns = await listColumns(trx);
    const insert = (table: keyof SignIns, row: Record<string, unknown>) =>
      store
        .insertInto(table)
        .values(Object.fromEntries(Object.entries(row).filter(([name]) => columns.has(`${table}.${name}`))))
        .execute();
    await insert('passkeys', {
      ...own,
      passkey_id: randomUUID(),
      credential_id: randomUUID(),
      credential_hash: randomUUID().replaceAll('-', '').repeat(2),
      public_key: Buffer.from('key'),
      label: `Phone of ${marker}`,
      is_backed_up: false,
      is_backup_eligible: false,
      created_at: AT,
    });
    await insert('identities', {
      ...own,
      identity_id: randomUUID(),
      issuer: 'https://id.example.org',
      subject: `${marker}@id.example.org`,
      linked_at: AT,
    });
    await insert('sessions', {
      ...own,
      session_id: randomUUID(),
      token_hash: randomUUID().replaceAll('-', '').repeat(2),
      method: 'passkey',
      is_shared: false,
      device: `Browser of ${marker}`,
      begun_at: AT,
      proved_at: AT,
      seen_at: AT,
      expires_at: LATER,
    });
    for (const table of ['passkeys', 'identities', 'sessions'])
      await sql`ALTER TABLE ${sql.table(table)} FORCE ROW LEVEL SECURITY`.execute(trx);
  });
  if (!written.ok) throw new Error(written.error.message);
}

async function listColumns(trx: Parameters<Parameters<Database['write']>[0]>[0]): Promise<Set<string>> {
  const rows = await sql<{ name: string }>`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`.execute(
    trx,
  );
  return new Set(rows.rows.map((row) => row.name));
}
