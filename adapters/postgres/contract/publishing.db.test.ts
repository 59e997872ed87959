import { randomUUID } from 'node:crypto';
import type { Platform } from '@testamur/services/authorising';
import { verifyOrganisation, withdrawVerification } from '@testamur/services/institutions';
import { findLeaf, hideValue, type Leaf, listLeaves, publishPacks } from '@testamur/services/publishing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLeafQueue } from '../sequencing/leaf-queue.ts';
import type { PlatformStores } from '../stores/open-stores.ts';
import { ENGINES, type Opened, succeed } from './engines.fixture.ts';
import {
  ANYBODY,
  AT,
  asPerson,
  CONSOLE,
  type House,
  newHouse,
  newMember,
  newPlatformHouse,
  platformOn,
} from './platform.fixture.ts';

const PUBLISHED = {
  ruleBase: `sha256:${'a'.repeat(64)}`,
  publishedOn: '2026-11-22',
  packs: [{ pack: 'gb', version: '1.0.0', sha256: 'b'.repeat(64) }],
};

describe.each(ENGINES)('public acts on $name', ({ open }) => {
  let opened: Opened;
  let platform: Platform<PlatformStores>;
  let operators: House;
  let operator: string;

  beforeAll(async () => {
    opened = await open();
    platform = platformOn(opened.database);
    operators = await newPlatformHouse(platform);
    operator = await newMember(platform, operators, 'operator');
  });
  afterAll(() => opened?.close());

  const asOperator = () => asPerson(operator, operators.organisation);
  const queueOf = (leaseMs = 0) => openLeafQueue(opened.database, { holder: randomUUID(), leaseMs });
  const readLeaf = async (leafId: string) =>
    JSON.parse((await succeed(findLeaf(platform, ANYBODY, leafId))).entry) as Leaf;

  it('leave a leaf that everybody may read and that names no person: words and actor are salted hashes', async () => {
    const house = await newHouse(platform);
    const evidence = 'A letter signed by Dr Maria Example, 2026-11-02';
    const made = await succeed(
      verifyOrganisation(platform, asOperator(), {
        subject: house.organisation,
        method: 'official-letter',
        evidence,
      }),
    );
    const leaf = await readLeaf(made.leafId);
    const [kept] = await opened.look<{ salt: string }>('SELECT salt FROM log_salts WHERE leaf_id = $1', [
      made.leafId,
    ]);
    expect(leaf).toEqual({
      schema: 'testamur/log-leaf/1',
      leaf: made.leafId,
      act: 'institutions.verify-organisation',
      at: AT,
      by: operators.organisation,
      what: {
        verification: made.verificationId,
        subject: {
          organisation: house.organisation,
          kind: 'school',
          name: 'A fictional school',
          country: 'IN',
        },
        method: 'official-letter',
      },
      hashed: {
        actor: hideValue(kept?.salt ?? '', operator),
        evidence: hideValue(kept?.salt ?? '', evidence),
      },
    });
    expect(JSON.stringify(leaf)).not.toContain(operator);
    const back = { verificationId: made.verificationId, reason: 'Maria Example never signed' };
    const withdrawn = await succeed(withdrawVerification(platform, asOperator(), back));
    expect(await readLeaf(withdrawn.leafId)).toMatchObject({ what: { verification: made.verificationId } });
    expect(JSON.stringify(await readLeaf(withdrawn.leafId))).not.toContain('Maria');
  });

  it('leave none when they are refused, nor when the work is undone', async () => {
    const count = async () =>
      (await opened.look<{ n: number }>('SELECT count(*)::int AS n FROM log_leaves'))[0]?.n;
    const before = await count();
    const house = await newHouse(platform);
    expect(
      await publishPacks(platform, asPerson(house.administrator, house.organisation), PUBLISHED),
    ).toMatchObject({ ok: false });
    expect(
      await withdrawVerification(platform, asOperator(), { verificationId: randomUUID(), reason: 'none' }),
    ).toMatchObject({ ok: false });
    expect(await count()).toBe(before);
  });

  it('are done at the console only where no second pair of eyes is asked for', async () => {
    const atConsole = { ...CONSOLE, organisation: operators.organisation };
    const made = await succeed(publishPacks(platform, atConsole, PUBLISHED));
    expect(await readLeaf(made.leafId)).not.toHaveProperty('hashed');
    await opened.look(
      `INSERT INTO approval_policies (organisation_id, act, approvals, set_by, set_at) VALUES ($1, 'publishing.publish-packs', 1, $2, $3)`,
      [operators.organisation, operator, AT],
    );
    expect(await publishPacks(platform, atConsole, PUBLISHED)).toMatchObject({
      error: { code: 'AUTHORISING_APPROVAL_NEEDED' },
    });
    await opened.look('DELETE FROM approval_policies');
  });

  it('are given places once, in order and without a gap, by however many at the same time', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      ids.push((await succeed(publishPacks(platform, asOperator(), PUBLISHED))).leafId);
      if (n % 4 === 3) await Promise.all([queueOf().sequence(), queueOf().sequence(), queueOf().sequence()]);
    }
    const size = await succeed(queueOf().sequence());
    const rows = await opened.look<{ position: string; leaf_id: string }>(
      'SELECT position, leaf_id FROM log_positions ORDER BY position',
    );
    expect(rows.map((row) => Number(row.position))).toEqual(rows.map((_, index) => index));
    expect(size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.leaf_id)).size).toBe(rows.length);
    expect(rows.map((row) => row.leaf_id)).toEqual(expect.arrayContaining(ids));
    const read = await succeed(queueOf().read({ from: 2, limit: 3 }));
    expect(read.map((entry) => (JSON.parse(entry) as Leaf).leaf)).toEqual(
      rows.slice(2, 5).map((row) => row.leaf_id),
    );
    const newest = await succeed(listLeaves(platform, ANYBODY, { limit: 2 }));
    expect(newest.map((leaf) => leaf.index)).toEqual([rows.length - 1, rows.length - 2]);
  });

  it('are left to the holder of the lease until it ends', async () => {
    const [first, second] = [queueOf(60_000), queueOf()];
    const size = await succeed(first.sequence());
    await succeed(publishPacks(platform, asOperator(), PUBLISHED));
    expect(await succeed(second.sequence())).toBe(size);
    expect(await succeed(first.sequence())).toBe(size + 1);
  });

  it('cannot be unsaid by SQL: a leaf is neither changed nor removed', async () => {
    for (const statement of [`UPDATE log_leaves SET entry = '{}'`, 'DELETE FROM log_leaves'])
      await expect(opened.look(statement)).rejects.toThrow('only added to');
  });
});
