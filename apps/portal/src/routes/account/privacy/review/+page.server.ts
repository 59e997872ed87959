import { redirect } from '@sveltejs/kit';
import type { Membership, Profile } from '$lib/account/account-view.ts';
import { askApi } from '$lib/account/ask-api.ts';
import { writePlace } from '$lib/language/address.ts';
import { ROOT } from '$lib/language/root.ts';
import type { RequestToDecide } from '$lib/privacy/privacy-view.ts';
import type { PageServerLoad } from './$types';

/** What people ask for, for operators and approvers of the platform; for everybody else there is nothing here. */
export const load: PageServerLoad = async ({ fetch, locals, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const profile = await askApi<Profile>('/account/profile', { fetch });
  if (!profile.ok) redirect(303, `${ROOT}${writePlace({ locale: locals.locale, path: '/sign-in' })}`);
  const all = await askApi<readonly Membership[]>('/account/memberships', { fetch });
  const memberships = all.ok ? all.value : [];
  const house = memberships.find(({ kind, endedAt }) => kind === 'platform' && endedAt === undefined);
  if (!house) return { personId: profile.value.personId, requests: [] };
  const asked = await askApi<readonly RequestToDecide[]>(
    `/organisations/${house.organisation}/privacy-requests`,
    { fetch },
  );
  return {
    personId: profile.value.personId,
    organisation: house.organisation,
    isOperator: house.roles.includes('operator'),
    requests: asked.ok ? asked.value : [],
    ...(asked.ok ? {} : { problem: asked.problem }),
  };
};
