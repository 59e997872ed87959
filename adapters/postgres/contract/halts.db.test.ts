import {
  registerOrganisation,
  showOrganisation,
  verifyOrganisation,
  withdrawVerification,
} from '@testamur/services/institutions';
import { haltActs, haltAtMachine, liftAtMachine, liftHalt } from '@testamur/services/operating';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findHalt } from '../stores/halt-store.ts';
import { ENGINES, type Opened, succeed } from './engines.fixture.ts';
import {
  AT,
  asPerson,
  CONSOLE,
  type House,
  newHouse,
  newMember,
  newPlatformHouse,
  platformOn,
} from './platform.fixture.ts';

const HALTED = { ok: false, error: { code: 'AUTHORISING_HALTED' } };
const letter = { method: 'official-letter', evidence: 'a letter' } as const;
const why = { reason: 'a wrong clause' };

describe.each(ENGINES)('the halt on $name', ({ open }) => {
  let opened: Opened;
  let house: House;
  let school: House;
  let operator: string;
  const platform = () => platformOn(opened.database);
  const byOperator = () => asPerson(operator, house.organisation);
  const verify = () =>
    verifyOrganisation(platform(), byOperator(), { subject: school.organisation, ...letter });
  const register = () =>
    registerOrganisation(platform(), asPerson(operator), {
      kind: 'school',
      name: 'New',
      country: 'KE',
      knownAs: 'N',
    });

  beforeAll(async () => {
    opened = await open();
    expect(await haltAtMachine(platform(), CONSOLE, { scope: 'issuing', ...why })).toMatchObject({
      error: { code: 'OPERATING_NO_PLATFORM' },
    });
    house = await newPlatformHouse(platform());
    school = await newHouse(platform());
    operator = await newMember(platform(), house, 'operator');
  });
  afterAll(() => opened?.close());

  it('of issuing stops what Testamur vouches for, and nothing else: taking back goes on', async () => {
    const { verificationId } = await succeed(verify());
    await succeed(haltActs(platform(), byOperator(), { scope: 'issuing', ...why }));
    expect(await verify()).toMatchObject(HALTED);
    await succeed(withdrawVerification(platform(), byOperator(), { verificationId, reason: 'wrong' }));
    await succeed(register());
    expect(await succeed(opened.database.read(findHalt))).toEqual({ scope: 'issuing', since: AT });
    await succeed(liftHalt(platform(), byOperator()));
    await succeed(verify());
  });

  it('of writes stops everything that writes, while questions are answered', async () => {
    await succeed(haltAtMachine(platform(), CONSOLE, { scope: 'writes', ...why }));
    expect([await verify(), await register()]).toMatchObject([HALTED, HALTED]);
    await succeed(showOrganisation(platform(), asPerson(operator), school.organisation));
    expect(await succeed(liftAtMachine(platform(), CONSOLE))).toEqual({ lifted: 1 });
    await succeed(register());
    expect(await liftAtMachine(platform(), CONSOLE)).toMatchObject({
      error: { code: 'OPERATING_NOT_HALTED' },
    });
  });

  it('may be set for later, and holds from then on', async () => {
    const startsAt = '2026-11-22T13:00:00.000Z';
    await succeed(haltActs(platform(), byOperator(), { scope: 'issuing', ...why, startsAt }));
    await succeed(verify());
    const later = { ...byOperator(), at: startsAt, provedAt: startsAt };
    expect(
      await verifyOrganisation(platform(), later, { subject: school.organisation, ...letter }),
    ).toMatchObject(HALTED);
    await succeed(liftHalt(platform(), byOperator()));
  });

  it('of this machine needs no database', async () => {
    const here = { ...platform(), haltHere: () => ({ scope: 'issuing', since: AT }) as const };
    expect(
      await verifyOrganisation(here, byOperator(), { subject: school.organisation, ...letter }),
    ).toMatchObject(HALTED);
  });

  it('of issuing is kept by the database too, when the services ask for none', async () => {
    await succeed(haltAtMachine(platform(), CONSOLE, { scope: 'issuing', ...why }));
    const { unitOfWork } = platform();
    const blind = {
      ...platform(),
      unitOfWork: ((act, request, work) =>
        unitOfWork(act, request, (stores) =>
          work({ ...stores, halts: { current: async () => undefined } }),
        )) as typeof unitOfWork,
    };
    expect(
      await verifyOrganisation(blind, byOperator(), { subject: school.organisation, ...letter }),
    ).toMatchObject({ error: { code: 'AUTHORISING_FENCED' } });
    await succeed(liftAtMachine(platform(), CONSOLE));
  });

  it('tells its reason to the audit trail of the platform, and is lifted by nobody who is not of it', async () => {
    await succeed(haltActs(platform(), byOperator(), { scope: 'issuing', ...why }));
    expect(await liftHalt(platform(), asPerson(school.administrator, school.organisation))).toMatchObject({
      error: { code: 'AUTHORISING_FORBIDDEN' },
    });
    const [row] = await opened.look<{ reason: string; by: string }>(
      'SELECT reason, halted_by::text AS by FROM halts ORDER BY lifted_at NULLS FIRST LIMIT 1',
    );
    expect(row).toEqual({ reason: why.reason, by: operator });
  });
});
