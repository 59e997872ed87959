import { error } from '@sveltejs/kit';
import { ACTS, ruleOf } from '@testamur/services/authorising';
import type { Membership, Profile } from '$lib/account/account-view.ts';
import { type Asked, askApi } from '$lib/account/ask-api.ts';
import type {
  Approval,
  Delegation,
  Found,
  House,
  Interest,
  Invitation,
  Member,
  Organisation,
  Policy,
  Program,
  ProgramKey,
  Provider,
} from '$lib/organisations/organisation-view.ts';
import type { PageServerLoad } from './$types';

/** Acts of an organisation that programs may do. */
const PROGRAM_ACTS = ACTS.filter(
  (act) => ruleOf(act).scope === 'organisation' && ruleOf(act).who.includes('service-account'),
);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
type Ask = <T>(address: string) => Promise<Asked<T>>;

export const load: PageServerLoad = async ({ fetch, params, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  if (!UUID.test(params.id)) error(404, 'There is no such organisation.');
  const ask: Ask = (address) => askApi(address, { fetch });
  const shown = await ask<Organisation>(`/organisations/${params.id}`);
  if (!shown.ok) error(shown.problem.code === 'INSTITUTIONS_NOT_FOUND' ? 404 : 503, shown.problem.message);
  const profile = await ask<Profile>('/account/profile');
  if (!profile.ok) return { organisation: shown.value, isSignedIn: false, house: undefined };
  const memberships = await readList<Membership>(ask, '/account/memberships');
  const current = (memberships ?? []).filter((one) => one.endedAt === undefined);
  const own = current.find((one) => one.organisation === params.id);
  const operated = current.find((one) => one.kind === 'platform' && one.roles.includes('operator'));
  const { personId } = profile.value;
  return {
    ...{ organisation: shown.value, isSignedIn: true },
    /** The platform's own organisation, where she is its operator: for it she verifies others. */
    platform: operated?.organisation,
    house: own && (await readHouse(ask, { personId, roles: own.roles, organisation: params.id })),
    unverified:
      operated?.organisation === params.id
        ? await readList<Found>(ask, '/organisations?standing=unverified&limit=50')
        : undefined,
  };
};

/** A list that she may not read is absent; that anything else went wrong is no list. */
async function readList<T>(ask: Ask, address: string): Promise<readonly T[] | undefined> {
  const asked = await ask<readonly T[]>(address);
  if (asked.ok) return asked.value;
  if (asked.problem.code === 'AUTHORISING_FORBIDDEN') return undefined;
  error(503, asked.problem.message);
}

type Mine = { readonly personId: string; readonly roles: readonly string[]; readonly organisation: string };

async function readHouse(ask: Ask, { personId, roles, organisation }: Mine): Promise<House> {
  const list = <T>(name: string) => readList<T>(ask, `/organisations/${organisation}/${name}`);
  const delegations = await list<Delegation>('delegations');
  const now = new Date().toISOString();
  const lent = (delegations ?? [])
    .filter((one) => one.to === personId && !one.revokedAt && one.startsAt <= now && now < one.endsAt)
    .map((one) => one.role);
  return {
    me: { personId, roles: [...new Set([...roles, ...lent])] },
    members: await list<Member>('members'),
    invitations: await list<Invitation>('invitations'),
    delegations,
    approvals: await list<Approval>('approvals'),
    policies: await list<Policy>('approval-policies'),
    interests: await list<Interest>('interests'),
    providers: await list<Provider>('identity-providers'),
    programs: await list<Program>('programs'),
    programKeys: await list<ProgramKey>('program-keys'),
    programActs: PROGRAM_ACTS,
  };
}
