import { listEvents, verifyChain } from '@testamur/services/auditing';
import {
  addEndpoint,
  changeEndpoint,
  LONGEST_FAILING_MS,
  listDeliveries,
  listEndpoints,
  listNotices,
  OVERLAP_MS,
  resendDelivery,
  rotateSecret,
  setPreference,
  settleMessage,
  takeMessage,
} from '@testamur/services/messaging';
import { assignRole, endMembership, inviteMember, withdrawRole } from '@testamur/services/people';
import { type JobState, listJobs, retryJob, showJob } from '@testamur/services/working';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUnitOfWork } from '../acting/run-act.ts';
import { type JobDone, type JobToDo, runJobs } from '../jobs/run-jobs.ts';
import { sweepJobs } from '../jobs/sweep-jobs.ts';
import { ENGINES, type Opened, raise, succeed } from './engines.fixture.ts';
import {
  AT,
  asPerson,
  CONSOLE,
  type House,
  LATER,
  newHouse,
  newMember,
  platformOn,
} from './platform.fixture.ts';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(ENGINES)('messages and their jobs on $name', ({ open }) => {
  let opened: Opened;
  let house: House;
  beforeAll(async () => {
    opened = await open();
    house = await newHouse(platformOn(opened.database));
  });
  afterAll(() => opened?.close());

  const inHouse = (more = {}) => asPerson(house.administrator, house.organisation, more);
  const asWorker = (at = AT) =>
    ({ actor: { kind: 'worker' }, organisation: house.organisation, at, site: 'worker' }) as const;
  const jobsIn = async (...states: JobState[]) =>
    (await succeed(listJobs(platformOn(opened.database), CONSOLE, states))).filter(
      (job) => job.organisation === house.organisation,
    );
  const invite = (platform = platformOn(opened.database), address = 'new@example.org') =>
    inviteMember(platform, inHouse(), {
      role: 'officer',
      invitedAs: 'new',
      expiresAt: LATER,
      mail: { address, language: 'ar' },
    });
  const counts = async () =>
    (
      await opened.look<{ letters: number; jobs: number; invitations: number }>(
        `SELECT (SELECT count(*)::int FROM outbox WHERE organisation_id = $1) AS letters,
          (SELECT count(*)::int FROM jobs.job WHERE data ->> 'organisation' = $1::text) AS jobs,
          (SELECT count(*)::int FROM invitations WHERE organisation_id = $1) AS invitations`,
        [house.organisation],
      )
    )[0] ?? { letters: -1, jobs: -1, invitations: -1 };

  /** Does jobs until the condition holds. */
  async function work(
    handle: (job: JobToDo) => Promise<JobDone>,
    isEnough: () => boolean | Promise<boolean>,
  ) {
    const errors: string[] = [];
    const running = await runJobs(opened.database, {
      handle: (job) =>
        job.organisation === house.organisation ? handle(job) : Promise.resolve({ kind: 'done' }),
      onError: (error) => errors.push(error.message),
      pollSeconds: 0.5,
    });
    const end = Date.now() + 120_000;
    while (!(await isEnough()) && Date.now() < end) await wait(50);
    await running.stop();
    expect(errors).toEqual([]);
  }

  it('are sent with the act or not at all: what breaks off at the last moment leaves neither', async () => {
    const before = await counts();
    const unitOfWork = openUnitOfWork(opened.database, {
      afterJobs: async (trx) => void (await raise('P0001').execute(trx)),
    });
    await expect(invite({ ...platformOn(opened.database), unitOfWork })).rejects.toMatchObject({
      code: 'P0001',
    });
    expect(await counts()).toEqual(before);
    await succeed(invite());
    const { letters, jobs, invitations } = await counts();
    expect([letters - before.letters, jobs - before.jobs, invitations - before.invitations]).toEqual([
      1, 1, 1,
    ]);
  });

  it.each(['40001', '40P01'])(
    'are one each when the database answers %s and the act is done again',
    async (code) => {
      const before = await counts();
      let attempts = 0;
      const unitOfWork = openUnitOfWork(opened.database, {
        afterJobs: async (trx) => {
          attempts += 1;
          if (attempts < 4) await raise(code).execute(trx);
        },
      });
      await succeed(invite({ ...platformOn(opened.database), unitOfWork }));
      const { letters, jobs } = await counts();
      expect([attempts, letters - before.letters, jobs - before.jobs]).toEqual([4, 1, 1]);
    },
  );

  it('hold nothing of the letter in the job, and nothing of it in the outbox once it has gone', async () => {
    await succeed(invite(undefined, 'marker-91c@example.org'));
    const [job] = await jobsIn('waiting');
    const text = await opened.look<{ text: string }>(
      `SELECT string_agg(j::text, '') AS text FROM jobs.job j`,
    );
    expect(text[0]?.text).not.toContain('marker-91c');
    const platform = platformOn(opened.database);
    const message = job?.message ?? '';
    const kept = await opened.look<{ body: string }>(
      'SELECT body::text AS body FROM outbox WHERE message_id = $1',
      [message],
    );
    expect(kept[0]?.body).toMatch(/^"sealed:1:/);
    expect(kept[0]?.body).not.toContain('marker-91c');
    const taken = await succeed(takeMessage(platform, asWorker(), message));
    expect(taken).toMatchObject({
      kind: 'mail',
      to: 'marker-91c@example.org',
      language: 'ar',
      about: 'invitation',
    });
    await succeed(settleMessage(platform, asWorker(), { messageId: message, outcome: { kind: 'sent' } }));
    const left = await opened.look('SELECT body FROM outbox WHERE message_id = $1', [message]);
    expect(left).toEqual([{ body: {} }]);
    expect(await succeed(takeMessage(platform, asWorker(), message))).toEqual({ kind: 'settled' });
  });

  it('are done once, wait longer after each failure, and are given up with the reason; an operator tries them again', async () => {
    await succeed(invite());
    const wanted = (await jobsIn('waiting')).map((job) => job.jobId);
    const newest = wanted[0] ?? '';
    const job = await succeed(showJob(platformOn(opened.database), CONSOLE, newest));
    const done: string[] = [];
    let tried = 0;
    const handle = async ({ message }: JobToDo): Promise<JobDone> => {
      if (message !== job.message) {
        done.push(message);
        return { kind: 'done' };
      }
      tried += 1;
      return tried === 1
        ? { kind: 'again', why: 'MAIL_UNREACHABLE' }
        : { kind: 'refused', why: 'MAIL_REFUSED' };
    };
    await work(
      handle,
      async () => tried === 1 && done.length >= wanted.length - 1 && (await jobsIn('failing')).length === 1,
    );
    expect(new Set(done).size).toBe(done.length);
    const failing = await succeed(showJob(platformOn(opened.database), CONSOLE, newest));
    expect(failing).toMatchObject({ state: 'failing', tries: 1, error: 'MAIL_UNREACHABLE' });
    expect(Date.parse(failing.nextAt ?? '')).toBeGreaterThan(Date.parse(failing.createdAt) + 5_000);
    await succeed(retryJob(platformOn(opened.database), CONSOLE, newest));
    await work(handle, async () => (await jobsIn('dead')).length === 1);
    expect((await jobsIn('dead'))[0]).toMatchObject({ jobId: newest, error: 'MAIL_REFUSED' });
    await succeed(retryJob(platformOn(opened.database), CONSOLE, newest));
    await work(
      async ({ message }) => {
        done.push(message);
        return { kind: 'done' };
      },
      async () => (await jobsIn('waiting', 'failing', 'running')).length === 0,
    );
    expect(done.filter((message) => message === job.message)).toHaveLength(1);
    expect(await retryJob(platformOn(opened.database), CONSOLE, newest)).toMatchObject({
      ok: false,
      error: { code: 'WORKING_JOB_NOT_FOUND' },
    });
  });

  it('are finished before the worker stops', async () => {
    await succeed(invite());
    let [begun, ended] = [0, 0];
    const running = await runJobs(opened.database, {
      handle: async () => {
        begun += 1;
        await wait(800);
        ended += 1;
        return { kind: 'done' };
      },
      onError: () => {},
      pollSeconds: 0.5,
    });
    while (begun === 0) await wait(20);
    await running.stop();
    expect(ended).toBe(begun);
    expect(await jobsIn('running')).toEqual([]);
  });

  it('that lost their job get one, once, whoever sweeps', async () => {
    await succeed(invite());
    await opened.look(`DELETE FROM jobs.job WHERE data ->> 'organisation' = $1::text`, [house.organisation]);
    const waiting = await opened.look<{ n: number }>(
      `SELECT count(*)::int AS n FROM outbox WHERE organisation_id = $1 AND channel <> 'portal' AND num_nonnulls(sent_at, failed_at, withheld_at) = 0`,
      [house.organisation],
    );
    await Promise.all([1, 2, 3].map(() => sweepJobs(opened.database, { isAlone: false })));
    expect((await jobsIn('waiting')).length).toBe(waiting[0]?.n);
    expect(waiting[0]?.n).toBeGreaterThan(0);
  });

  it('tell a person what she wants to be told, and always what guards her account', async () => {
    const platform = platformOn(opened.database);
    const member = await newMember(platform, house, 'officer');
    await succeed(
      setPreference(platform, asPerson(member), {
        kind: 'approval-decided',
        channel: 'mail',
        isWanted: false,
      }),
    );
    for (const kind of ['role-changed', 'sign-in-link'] as const)
      expect(
        await setPreference(platform, asPerson(member), { kind, channel: 'mail', isWanted: false }),
      ).toMatchObject({
        error: { code: 'MESSAGING_ALWAYS_SENT' },
      });
    await succeed(assignRole(platform, inHouse(), { personId: member, role: 'auditor' }));
    const letter = (await jobsIn('waiting'))[0]?.message ?? '';
    expect(await succeed(takeMessage(platform, asWorker(), letter))).toMatchObject({
      kind: 'mail',
      about: 'role-changed',
      to: 'test@example.org',
    });
    const switched = await opened.look<{ message_id: string }>(
      `INSERT INTO outbox (organisation_id, message_id, channel, kind, recipient_id, body, created_at)
       VALUES ($1, gen_random_uuid(), 'mail', 'approval-decided', $2, '{"values":{}}', $3) RETURNING message_id`,
      [house.organisation, member, AT],
    );
    expect(await succeed(takeMessage(platform, asWorker(), switched[0]?.message_id ?? ''))).toEqual({
      kind: 'withhold',
      why: 'UNWANTED',
    });
    expect(await succeed(listNotices(platform, asPerson(member)))).toMatchObject([
      { kind: 'role-changed', organisation: house.organisation },
    ]);
  });

  it('tell programs of the acts that they chose, also of the one with which the actor lost her rights', async () => {
    const platform = platformOn(opened.database);
    const second = await newMember(platform, house, 'administrator');
    const asSecond = asPerson(second, house.organisation);
    const wanted = {
      url: 'https://hook.example/in',
      kinds: ['people.withdraw-role', 'people.end-membership'],
    };
    const { endpointId, secret } = await succeed(addEndpoint(platform, inHouse(), wanted));
    await succeed(assignRole(platform, inHouse(), { personId: second, role: 'auditor' }));
    await succeed(withdrawRole(platform, asSecond, { personId: second, role: 'auditor' }));
    await succeed(endMembership(platform, asSecond, { personId: second }));
    const told = await succeed(listDeliveries(platform, inHouse(), endpointId));
    expect(told.map((one) => one.kind).sort()).toEqual(['people.end-membership', 'people.withdraw-role']);
    const ended = told.find((one) => one.kind === 'people.end-membership')?.messageId ?? '';
    const taken = await succeed(takeMessage(platform, asWorker(), ended));
    expect(taken).toMatchObject({ kind: 'webhook', url: 'https://hook.example/in', secrets: [secret] });
    expect(taken.kind === 'webhook' && JSON.parse(taken.body)).toEqual({
      type: 'people.end-membership',
      timestamp: AT,
      data: { organisation: house.organisation, by: { kind: 'person', id: second } },
    });
    const rotated = await succeed(rotateSecret(platform, inHouse(), endpointId));
    const secretsAt = async (at: string) => {
      const found = await succeed(takeMessage(platform, asWorker(at), ended));
      return found.kind === 'webhook' ? [...found.secrets].sort() : [];
    };
    expect(await secretsAt(AT)).toEqual([rotated.secret, secret].sort());
    expect(await secretsAt(new Date(Date.parse(AT) + OVERLAP_MS).toISOString())).toEqual([rotated.secret]);
    expect(
      verifyChain(await succeed(listEvents(platform, inHouse(), { after: 0, limit: 1_000 }))).faults,
    ).toEqual([]);
  });

  it('stop an endpoint that has failed for days, tell its administrators, and send again when asked', async () => {
    const platform = platformOn(opened.database);
    const wanted = { url: 'https://broken.example/in', kinds: ['people.assign-role'] };
    const { endpointId } = await succeed(addEndpoint(platform, inHouse(), wanted));
    const member = await newMember(platform, house, 'officer');
    await succeed(assignRole(platform, inHouse(), { personId: member, role: 'auditor' }));
    const messageId = (await succeed(listDeliveries(platform, inHouse(), endpointId)))[0]?.messageId ?? '';
    const fail = (at: string, isFinal: boolean) =>
      succeed(
        settleMessage(platform, asWorker(at), {
          messageId,
          outcome: { kind: 'failed', why: 'HTTP_500', isFinal },
        }),
      );
    const state = async () =>
      (await succeed(listEndpoints(platform, inHouse()))).find((one) => one.endpointId === endpointId);
    await fail(AT, false);
    expect(await state()).toMatchObject({ failingSince: AT, disabledAt: undefined });
    const late = new Date(Date.parse(AT) + LONGEST_FAILING_MS).toISOString();
    await fail(late, true);
    expect(await state()).toMatchObject({ disabledAt: late, disabledWhy: 'failing' });
    expect(await succeed(listNotices(platform, asPerson(house.administrator)))).toContainEqual(
      expect.objectContaining({ kind: 'webhook-stopped' }),
    );
    expect(await succeed(takeMessage(platform, asWorker(late), messageId))).toMatchObject({
      kind: 'withhold',
    });
    await succeed(
      settleMessage(platform, asWorker(late), {
        messageId,
        outcome: { kind: 'withheld', why: 'ENDPOINT_STOPPED' },
      }),
    );
    await succeed(changeEndpoint(platform, inHouse(), { endpointId, state: 'working' }));
    await succeed(resendDelivery(platform, inHouse(), messageId));
    expect(await resendDelivery(platform, inHouse(), messageId)).toMatchObject({
      error: { code: 'MESSAGING_STILL_WAITING' },
    });
    expect(await succeed(takeMessage(platform, asWorker(late), messageId))).toMatchObject({
      kind: 'webhook',
    });
    expect((await jobsIn('waiting')).filter((job) => job.message === messageId)).toHaveLength(1);
  });
});
