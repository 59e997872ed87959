import { fail, redirect } from '@sveltejs/kit';
import type {
  Happening,
  Identity,
  Membership,
  Passkey,
  Profile,
  Recovery,
  Session,
} from '$lib/account/account-view.ts';
import { askApi } from '$lib/account/ask-api.ts';
import { writePlace } from '$lib/language/address.ts';
import { ROOT } from '$lib/language/root.ts';
import type { Actions, PageServerLoad } from './$types';

const EVENTS_A_PAGE = 1_000;
const SHOWN_EVENTS = 20;

export const load: PageServerLoad = async ({ fetch, locals, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const profile = await askApi<Profile>('/account/profile', { fetch });
  if (!profile.ok) redirect(303, `${ROOT}${writePlace({ locale: locals.locale, path: '/sign-in' })}`);
  const list = async <T>(address: string): Promise<readonly T[]> => {
    const asked = await askApi<readonly T[]>(address, { fetch });
    return asked.ok ? asked.value : [];
  };
  /** Follows the trail to its end: the latest events are what is shown. */
  const lastEvents = async (after = 0): Promise<Happening[]> => {
    const events = await list<Happening>(`/account/events?limit=${EVENTS_A_PAGE}&after=${after}`);
    const later = events.length === EVENTS_A_PAGE ? await lastEvents(events.at(-1)?.sequence) : [];
    return [...events, ...later].slice(-SHOWN_EVENTS);
  };
  return {
    profile: profile.value,
    memberships: await list<Membership>('/account/memberships'),
    sessions: await list<Session>('/account/sessions'),
    recovery: await showRecovery(fetch),
    passkeys: await list<Passkey>('/account/passkeys'),
    identities: await list<Identity>('/account/identities'),
    events: (await lastEvents()).reverse(),
  };
};

async function showRecovery(ask: typeof fetch): Promise<Recovery> {
  const asked = await askApi<Recovery>('/account/recovery', { fetch: ask });
  return asked.ok ? asked.value : { codesLeft: 0 };
}

export const actions: Actions = {
  cancelRecovery: async ({ fetch }) => {
    const asked = await askApi('/account/recovery', { fetch, method: 'DELETE' });
    return asked.ok ? { done: 'cancelled' as const } : fail(422, { problem: asked.problem });
  },
  signOut: async ({ fetch, locals }) => {
    await askApi('/session', { fetch, method: 'DELETE' });
    redirect(303, `${ROOT}${writePlace({ locale: locals.locale, path: '/sign-in' })}`);
  },
  revoke: async ({ fetch, request }) => {
    const session = (await request.formData()).get('session');
    const asked = await askApi(`/account/sessions/${encodeURIComponent(String(session))}`, {
      fetch,
      method: 'DELETE',
    });
    return asked.ok ? { done: 'revoked' as const } : fail(422, { problem: asked.problem });
  },
  correct: async ({ fetch, request }) => {
    const form = await request.formData();
    const [personId, displayName, language] = ['person', 'name', 'language'].map((name) =>
      String(form.get(name) ?? ''),
    );
    const mail = String(form.get('mail') ?? '').trim();
    const body = { personId, displayName, language, ...(mail === '' ? {} : { mail }) };
    const asked = await askApi('/account/profile', { fetch, method: 'PUT', body });
    return asked.ok ? { done: 'corrected' as const } : fail(422, { problem: asked.problem });
  },
};
