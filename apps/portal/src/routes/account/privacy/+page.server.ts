import { fail, redirect } from '@sveltejs/kit';
import { CONSENT_PURPOSES } from '@testamur/services/privacy';
import type { Membership, Profile } from '$lib/account/account-view.ts';
import { askApi } from '$lib/account/ask-api.ts';
import { writePlace } from '$lib/language/address.ts';
import { ROOT } from '$lib/language/root.ts';
import type { ConsentReceipt, RequestView, Restriction } from '$lib/privacy/privacy-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const profile = await askApi<Profile>('/account/profile', { fetch });
  if (!profile.ok) redirect(303, `${ROOT}${writePlace({ locale: locals.locale, path: '/sign-in' })}`);
  const list = async <T>(address: string): Promise<readonly T[]> => {
    const asked = await askApi<readonly T[]>(address, { fetch });
    return asked.ok ? asked.value : [];
  };
  const restriction = await askApi<Restriction>('/account/restriction', { fetch });
  const receipts = await list<ConsentReceipt>('/account/consents');
  const memberships = await list<Membership>('/account/memberships');
  return {
    profile: profile.value,
    restriction: restriction.ok ? restriction.value : { isRestricted: false },
    consents: CONSENT_PURPOSES.map((purpose) => ({
      purpose,
      receipt: receipts.find((one) => one.processing.purpose === purpose),
    })),
    requests: await list<RequestView>('/account/requests'),
    decidesRequests: memberships.some(isDecider),
  };
};

const isDecider = ({ kind, roles, endedAt }: Membership): boolean =>
  kind === 'platform' &&
  endedAt === undefined &&
  roles.some((role) => ['operator', 'approver'].includes(role));

const textOf = async (request: Request, ...names: readonly string[]): Promise<readonly string[]> => {
  const form = await request.formData();
  return names.map((name) => String(form.get(name) ?? ''));
};

export const actions: Actions = {
  restrict: async ({ fetch }) => {
    const asked = await askApi('/account/restriction', { fetch, method: 'POST' });
    return asked.ok ? { done: 'restricted' as const } : fail(422, { problem: asked.problem });
  },
  agree: async ({ fetch, request, locals }) => {
    const [purpose] = await textOf(request, 'purpose');
    const body = { purpose, language: locals.locale };
    const asked = await askApi('/account/consents', { fetch, body });
    return asked.ok ? { done: 'agreed' as const } : fail(422, { problem: asked.problem });
  },
  withdraw: async ({ fetch, request, locals }) => {
    const [purpose] = await textOf(request, 'purpose');
    const body = { purpose, language: locals.locale };
    const asked = await askApi('/account/consents/withdrawal', { fetch, body });
    return asked.ok ? { done: 'withdrawn' as const } : fail(422, { problem: asked.problem });
  },
  send: async ({ fetch, request }) => {
    const [kind = '', statement = ''] = await textOf(request, 'kind', 'statement');
    const body = { kind, statement: statement.trim() };
    const asked = await askApi('/account/requests', { fetch, body });
    return asked.ok ? { done: 'sent' as const } : fail(422, { problem: asked.problem, kind, statement });
  },
};
