import { randomUUID } from 'node:crypto';
import {
  ACTS,
  type ActName,
  authoriseByMatrix,
  type Platform,
  type Request,
  ROLES,
  type Role,
  ruleOf,
} from '@testamur/services/authorising';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUnitOfWork } from '../acting/run-act.ts';
import { openLeafQueue } from '../sequencing/leaf-queue.ts';
import type { PlatformStores } from '../stores/open-stores.ts';
import { TRY } from './acts.fixture.ts';
import { ENGINES, type Opened, succeed } from './engines.fixture.ts';
import { AT, platformOn } from './platform.fixture.ts';
import { furnishWorld, PERSONAL_MESSAGE, type World } from './world.fixture.ts';

/** Where an actor of the school, or of the platform's own house, tries an act. */
const PLACES = [
  'own school',
  'own platform house',
  'other organisation',
  'another person’s tenant',
  'no organisation',
] as const;
type Place = (typeof PLACES)[number];

type Cell = { readonly act: ActName; readonly role: Role; readonly place: Place };
type Seen = { readonly code: string | undefined; readonly changed: number; readonly value: unknown };

/** The declaration, read from the matrix alone. */
function isDeclared({ act, role, place }: Cell): boolean {
  const rule = ruleOf(act);
  const isOwn = place === 'own school' || place === 'own platform house';
  const plain: readonly Role[] = ['person', 'console', 'worker', 'anonymous'];
  const held: readonly Role[] = plain.includes(role)
    ? [role, ...(role === 'person' && isOwn ? (['member'] as const) : [])]
    : [
        ...(role === 'service-account' ? [] : (['person'] as const)),
        ...(isOwn ? ([role, ...(role === 'service-account' ? [] : (['member'] as const))] as const) : []),
      ];
  if (role === 'service-account' && !SCOPES.includes(act)) return false;
  const isAtConsole = role === 'console' && rule.scope !== 'organisation';
  if (rule.platformOnly && place !== 'own platform house' && !isAtConsole) return false;
  if (rule.scope === 'tenant' && place === 'no organisation') return false;
  if (rule.scope === 'organisation' && !isOwn) return false;
  return rule.who.some((one) => held.includes(one));
}

const SCOPES: readonly ActName[] = ['auditing.list-events', 'institutions.show-organisation'];
const CELLS: readonly Cell[] = ACTS.flatMap((act) =>
  ROLES.flatMap((role) => PLACES.map((place) => ({ act, role, place }))),
);
const say = ({ act, role, place }: Cell) => `${role} tries ${act} in: ${place}`;

/** The fences are the same on all three, so they share the cells: the embedded database, which is slower, an eighth of them. All on each with EVERY_CELL=1. */
const SHARES: readonly (readonly number[])[] = [[0], [1, 2, 3], [4, 5, 6, 7]];
const isWhole = process.env.EVERY_CELL === '1';
const cellsOn = (engine: string): readonly Cell[] => {
  const share = SHARES[ENGINES.findIndex(({ name }) => name === engine)] ?? [];
  return isWhole ? CELLS : CELLS.filter((_cell, index) => share.includes(index % 8));
};

class RollBack extends Error {}

describe.each(ENGINES)('who may do what on $name', ({ name, open }) => {
  let opened: Opened;
  let world: World;

  beforeAll(async () => {
    opened = await open();
    world = await furnishWorld(platformOn(opened.database));
    await succeed(openLeafQueue(opened.database, { holder: randomUUID() }).sequence());
    await opened.look(
      `INSERT INTO outbox (organisation_id, message_id, channel, kind, body, created_at)
       VALUES ($1, $2, 'mail', 'sign-in-link', '{"values":{},"mail":"a@example.org"}', $3)`,
      [world.personalTenant, PERSONAL_MESSAGE, AT],
    );
  });
  afterAll(() => opened?.close());

  /** Tries one cell and undoes it. */
  async function tryCell(cell: Cell, authorise: Platform<PlatformStores>['authorise']): Promise<Seen> {
    let seen: Seen = { code: undefined, changed: 0, value: undefined };
    const unitOfWork = openUnitOfWork(opened.database, {
      beforeCommit: async (trx, value) => {
        await sql`SET LOCAL ROLE NONE`.execute(trx);
        await sql`SET LOCAL ROLE testamur_keeper`.execute(trx);
        const rows = await sql<{ n: number }>`
          SELECT coalesce(sum(jsonb_array_length(event::jsonb -> 'entities')), 0)::int AS n FROM audit_events
          WHERE action <> 'R' AND xmin = pg_current_xact_id()::xid`.execute(trx);
        seen = { code: undefined, changed: rows.rows[0]?.n ?? 0, value };
        throw new RollBack();
      },
    });
    const platform = { ...platformOn(opened.database), unitOfWork, authorise };
    const house =
      cell.place === 'own platform house'
        ? world.platformHouse
        : cell.place === 'other organisation'
          ? world.other
          : world.school;
    const home = cell.place === 'own platform house' ? world.platformHouse : world.school;
    try {
      const outcome = await TRY[cell.act]({
        platform,
        request: requestOf(cell, home, house),
        house,
        role: cell.role,
        world,
      });
      return outcome.ok ? seen : { ...seen, code: outcome.error.code };
    } catch (error) {
      if (error instanceof RollBack) return seen;
      throw error;
    }
  }

  function requestOf(cell: Cell, home: World['school'], house: World['school']): Request {
    const organisation =
      cell.place === 'no organisation'
        ? {}
        : {
            organisation:
              cell.place === 'another person’s tenant' ? world.personalTenant : house.organisation,
          };
    return { actor: home.actors[cell.role], ...organisation, at: AT, provedAt: AT, site: 'test' };
  }

  const isContent = (value: unknown): boolean =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;

  it('is exactly what the matrix declares', async () => {
    const wrong: string[] = [];
    for (const cell of cellsOn(name)) {
      const { code, changed, value } = await tryCell(cell, authoriseByMatrix);
      const isDone = code === undefined && (changed > 0 || isContent(value));
      const isRefused = code === 'AUTHORISING_FORBIDDEN' || code === 'AUTHORISING_SIGN_IN';
      if (isDeclared(cell) ? !isDone : !isRefused)
        wrong.push(`${say(cell)}: ${code ?? 'done'}, ${changed} changed`);
    }
    expect(wrong).toEqual([]);
    const declared = cellsOn(name).filter(isDeclared).length;
    console.log(
      `${cellsOn(name).length} cells of ${ACTS.length} acts, ${declared} allowed, 0 otherwise than declared`,
    );
    expect(declared).toBeGreaterThan(150);
  });

  it('leaks nothing when the services check nothing', async () => {
    const leaks: string[] = [];
    for (const cell of cellsOn(name).filter((one) => !isDeclared(one))) {
      const { changed, value, code } = await tryCell(cell, () => undefined);
      if (changed > 0 || (code === undefined && isContent(value)))
        leaks.push(`${say(cell)}: ${changed} changed, ${JSON.stringify(value)}`);
    }
    expect(leaks).toEqual([]);
  });
});
