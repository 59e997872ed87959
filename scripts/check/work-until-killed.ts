/** Writes letters by acts and sends them by a worker until it is killed (`act`), or sends what waits and ends (`drain`). */
import { randomBytes, randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { type Database, openDatabase, openUnitOfWork } from '@testamur/adapters/postgres';
import { expectOk } from '@testamur/engines/kernel';
import { startWorker } from '@testamur/server';
import { authoriseByMatrix, type Request } from '@testamur/services/authorising';
import { registerOrganisation } from '@testamur/services/institutions';
import { inviteMember, registerPerson } from '@testamur/services/people';
import { listJobs } from '@testamur/services/working';
import { shareKeys } from '@testamur/testing/person-keys';

const [engine = '', place = '', smtp = '', mode = '', keys = ''] = process.argv.slice(2);
const options =
  engine === 'embedded'
    ? ({ kind: 'embedded', folder: place } as const)
    : ({ kind: 'server', url: place } as const);
const database: Database = expectOk(
  await openDatabase({ ...options, personKeys: shareKeys(keys) }),
  'nobody else has it',
);
const platform = {
  unitOfWork: openUnitOfWork(database),
  authorise: authoriseByMatrix,
  newId: () => randomUUID(),
  newSecret: () => randomBytes(32).toString('base64url'),
};
const now = () => new Date().toISOString();
const as = (actor: Request['actor'], more: Partial<Request> = {}): Request => ({
  actor,
  at: now(),
  site: 'check',
  provedAt: now(),
  ...more,
});
const worker = expectOk(
  await startWorker(platform, database, {
    mail: { from: 'check@t.example', by: { kind: 'smtp', url: smtp, isPlainAllowed: true } },
    portalUrl: 'https://t.example',
    egress: { isOffline: true },
    now: Date.now,
    onError: () => {},
    pollSeconds: 0.5,
  }),
  'the address of the receiver',
);
writeSync(1, 'open\n');
if (mode === 'drain') await drain();
else await actOn();

async function actOn(): Promise<never> {
  const newcomer = { displayName: 'Check', language: 'en' };
  const { personId } = expectOk(
    await registerPerson(platform, as({ kind: 'anonymous' }), newcomer),
    'a name',
  );
  const person = { kind: 'person', id: personId } as const;
  const wanted = { kind: 'school', name: 'Check', country: 'KE', knownAs: 'C' } as const;
  const { organisation } = expectOk(await registerOrganisation(platform, as(person), wanted), 'a school');
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  for (;;) {
    const address = `${randomUUID()}@example.org`;
    const invited = {
      role: 'officer',
      invitedAs: 'x',
      expiresAt,
      mail: { address, language: 'en' },
    } as const;
    expectOk(await inviteMember(platform, as(person, { organisation }), invited), 'an administrator');
    writeSync(1, `${address}\n`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** What another left running comes back when its heart has not been heard for a while. */
async function drain(): Promise<void> {
  const end = Date.now() + 600_000;
  while (Date.now() < end) {
    const left = expectOk(
      await listJobs(platform, as({ kind: 'console' }), ['waiting', 'failing', 'running']),
      'the console',
    );
    if (left.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await worker.stop();
  await database.close();
}
