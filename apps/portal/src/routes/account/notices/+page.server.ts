import { fail, redirect } from '@sveltejs/kit';
import type { Membership, Profile } from '$lib/account/account-view.ts';
import { askApi } from '$lib/account/ask-api.ts';
import { writePlace } from '$lib/language/address.ts';
import { ROOT } from '$lib/language/root.ts';
import { changedPreferences } from '$lib/notices/changed-preferences.ts';
import type { NoticeView, PreferenceView } from '$lib/notices/notice-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const profile = await askApi<Profile>('/account/profile', { fetch });
  if (!profile.ok) redirect(303, `${ROOT}${writePlace({ locale: locals.locale, path: '/sign-in' })}`);
  const list = async <T>(address: string): Promise<readonly T[]> => {
    const asked = await askApi<readonly T[]>(address, { fetch });
    return asked.ok ? asked.value : [];
  };
  const memberships = await list<Membership>('/account/memberships');
  return {
    hasMail: profile.value.mail !== undefined,
    notices: await list<NoticeView>('/account/notices'),
    preferences: await list<PreferenceView>('/account/preferences'),
    names: Object.fromEntries(memberships.map(({ organisation, name }) => [organisation, name])),
    overseen: memberships
      .filter(({ endedAt, roles }) => endedAt === undefined && roles.some(oversees))
      .map(({ organisation, name }) => ({ organisation, name })),
  };
};

const oversees = (role: string): boolean => role === 'administrator' || role === 'auditor';

export const actions: Actions = {
  prefer: async ({ fetch, request }) => {
    const form = await request.formData();
    const ticked = new Set(form.getAll('wanted').map(String));
    const stored = await askApi<readonly PreferenceView[]>('/account/preferences', { fetch });
    if (!stored.ok) return fail(422, { problem: stored.problem });
    for (const body of changedPreferences(stored.value, ticked)) {
      const asked = await askApi('/account/preferences', { fetch, method: 'PUT', body });
      if (!asked.ok) return fail(422, { problem: asked.problem });
    }
    return { done: 'preferred' as const };
  },
};
