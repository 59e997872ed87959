import { randomUUID } from 'node:crypto';
import { type ActRule, ROLES, type Role, ruleOf } from '@testamur/services/authorising';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type Opened } from '../../../../../adapters/postgres/contract/engines.fixture.ts';
import type { SignedInPerson } from '../../../../../adapters/postgres/contract/passkeys.fixture.ts';
import { platformOn } from '../../../../../adapters/postgres/contract/platform.fixture.ts';
import { furnishWorld, type World } from '../../../../../adapters/postgres/contract/world.fixture.ts';
import { actsOf, type Route } from '../../acting/route.ts';
import { PLATFORM_ROUTES } from './all-routes.ts';
import { openPlatformApi, type PlatformApi } from './platform-api.fixture.ts';
import { CALLS } from './route-calls.fixture.ts';

/** Where somebody of the school tries a route; it matters only where the address names an organisation. */
const PLACES = ['own school', 'own platform house', 'other organisation', 'another person’s tenant'] as const;
type Place = (typeof PLACES)[number];
type Cell = { readonly route: Route; readonly role: Role; readonly place: Place };

/** Nobody comes over a network from the console or as our worker; programs have a test of their own. */
const CALLERS = ROLES.filter((role) => role !== 'console' && role !== 'worker' && role !== 'service-account');
const nameOf = ({ method, url }: Route): string => `${method} ${url}`;
const CELLS: readonly Cell[] = PLATFORM_ROUTES.flatMap((route) =>
  CALLERS.flatMap((role) =>
    PLACES.filter((place) => place === 'own school' || route.url.includes(':organisation')).map((place) => ({
      ...{ route, role, place },
    })),
  ),
);

/** From the matrix alone. What is open to whoever is not signed in asks nobody who she is. */
function isOpen(rule: ActRule, { role, place }: Cell): boolean {
  const isOwn = place === 'own school' || place === 'own platform house';
  if (rule.who.every((one) => one === 'anonymous')) return true;
  if (rule.platformOnly && place !== 'own platform house') return false;
  if (rule.scope === 'organisation' && !isOwn) return false;
  const held: readonly Role[] =
    role === 'anonymous' ? ['anonymous'] : ['person', ...(isOwn ? [role, 'member' as const] : [])];
  return rule.who.some((one) => held.includes(one));
}
const isDeclared = (cell: Cell): boolean => actsOf(cell.route).every((act) => isOpen(ruleOf(act), cell));
const REFUSED = ['AUTHORISING_FORBIDDEN', 'AUTHORISING_SIGN_IN'];
const LEAKS = [...REFUSED, 'AUTHORISING_FENCED'];

const [embedded] = ENGINES;

describe('every route of the platform, called by everybody', () => {
  let opened: Opened;
  let world: World;
  let api: PlatformApi;

  beforeAll(async () => {
    if (!embedded) throw new Error('no embedded engine');
    opened = await embedded.open();
    world = await furnishWorld(platformOn(opened.database));
    api = await openPlatformApi(opened, PLATFORM_ROUTES);
  });
  afterAll(async () => {
    await api?.app.close();
    await opened?.close();
  });

  /** Tokens by person, until a route may have ended the session. */
  const tokens = new Map<string, string>();
  async function tokenOf(person: SignedInPerson): Promise<string> {
    const token = tokens.get(person.personId) ?? (await api.signIn(person));
    tokens.set(person.personId, token);
    return token;
  }

  async function call({ route, role, place }: Cell, somebody?: string) {
    const home = place === 'own platform house' ? world.platformHouse : world.school;
    const house = place === 'other organisation' ? world.other : home;
    const actor = home.actors[role];
    const own = 'id' in actor ? world.signedIn.get(actor.id) : undefined;
    const named = (somebody && world.signedIn.get(somebody)) || own || [...world.signedIn.values()][0];
    const make = CALLS[nameOf(route)];
    if (!named || !make) throw new Error(`no way to call ${nameOf(route)}`);
    const { params = {}, body } = make({ world, house, named, nonce: randomUUID() });
    const organisation = place === 'another person’s tenant' ? world.personalTenant : house.organisation;
    const url = Object.entries({ organisation, ...params }).reduce(
      (address, [name, value]) => address.replace(`:${name}`, value),
      `/api/v1${route.url}`,
    );
    const answer = await api.app.inject({
      method: route.method,
      url,
      headers: {
        ...{ host: 'localhost', 'sec-fetch-site': 'same-origin' },
        ...(own && { cookie: `testamur=${await tokenOf(own)}` }),
      },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    if (/^DELETE .*session/.test(nameOf(route))) tokens.clear();
    const code = answer.statusCode < 300 ? undefined : (answer.json() as { code: string }).code;
    return { status: answer.statusCode, code };
  }

  const countChanges = async (): Promise<number> =>
    (
      await opened.look<{ n: number }>(
        `SELECT count(*)::int AS n FROM audit_events WHERE action IN ('C', 'U', 'D') AND act <> 'identifying.sign-in-with-passkey'`,
      )
    )[0]?.n ?? -1;

  it('has a way to be called', () => {
    expect(Object.keys(CALLS).sort()).toEqual(PLATFORM_ROUTES.map(nameOf).sort());
  });

  it('refuses whoever the matrix does not name, and changes nothing then', async () => {
    const before = await countChanges();
    const wrong: string[] = [];
    const cells = CELLS.filter((cell) => !isDeclared(cell));
    for (const cell of cells) {
      const { code, status } = await call(cell);
      if (!REFUSED.includes(code ?? ''))
        wrong.push(`${cell.role} ${nameOf(cell.route)} in ${cell.place}: ${status} ${code}`);
    }
    expect(wrong).toEqual([]);
    expect(cells.length).toBeGreaterThan(10);
    expect(await countChanges()).toBe(before);
  });

  it('lets nobody reach what is another’s by naming it in the address or the body', async () => {
    const other = world.other.actors.officer;
    const before = await countChanges();
    const wrong: string[] = [];
    const naming = CELLS.filter(
      ({ route, role, place }) =>
        /:(session|passkey|identity)|(PUT \/account\/profile|POST \/account\/erasure)$|POST \/session\/proof$/.test(
          nameOf(route),
        ) &&
        role === 'administrator' &&
        place === 'own school',
    );
    for (const cell of naming) {
      const { status, code } = await call(cell, 'id' in other ? other.id : '');
      if (status !== 404 && status !== 403) wrong.push(`${nameOf(cell.route)}: ${status} ${code}`);
    }
    expect(wrong).toEqual([]);
    expect(naming.length).toBeGreaterThan(2);
    expect(await countChanges()).toBe(before);
  });

  it('lets act whoever the matrix names', async () => {
    const wrong: string[] = [];
    // What takes a passkey or the whole account away comes last: with it one signs in.
    const isLast = ({ route }: Cell): boolean =>
      /^(DELETE \/account\/passkeys|POST \/account\/erasure)/.test(nameOf(route));
    // Whoever is tried as a person is tried as a member, too, and erases herself once.
    const isRepeated = ({ route, role }: Cell): boolean =>
      nameOf(route) === 'POST /account/erasure' && role === 'member';
    const declared = CELLS.filter((cell) => isDeclared(cell) && !isRepeated(cell));
    const cells = [...declared.filter((cell) => !isLast(cell)), ...declared.filter(isLast)];
    for (const cell of cells) {
      const { code, status } = await call(cell);
      if (LEAKS.includes(code ?? '') && !('public' in cell.route.acts))
        wrong.push(`${cell.role} ${nameOf(cell.route)} in ${cell.place}: ${code}`);
      if (status >= 500 || code === 'HTTP_REQUEST_INVALID')
        wrong.push(`${nameOf(cell.route)}: ${status} ${code}`);
    }
    expect(wrong).toEqual([]);
    console.log(
      `${CELLS.length} cells of ${PLATFORM_ROUTES.length} routes, ${cells.length} allowed, 0 otherwise than declared`,
    );
  });
});
