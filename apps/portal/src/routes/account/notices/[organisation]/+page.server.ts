import { error, fail, redirect } from '@sveltejs/kit';
import { TOLD_ACTS } from '@testamur/services/messaging';
import type { Membership } from '$lib/account/account-view.ts';
import { askApi } from '$lib/account/ask-api.ts';
import { writePlace } from '$lib/language/address.ts';
import { ROOT } from '$lib/language/root.ts';
import type { DeliveryView, EndpointView } from '$lib/notices/notice-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const own = await askApi<readonly Membership[]>('/account/memberships', { fetch });
  if (!own.ok) redirect(303, `${ROOT}${writePlace({ locale: locals.locale, path: '/sign-in' })}`);
  const house = own.value.find((one) => one.organisation === params.organisation && !one.endedAt);
  if (!house) error(404);
  const at = `/organisations/${house.organisation}/endpoints`;
  const endpoints = await askApi<readonly EndpointView[]>(at, { fetch });
  if (!endpoints.ok) error(404);
  const chosen = endpoints.value.find(({ endpointId }) => endpointId === url.searchParams.get('endpoint'));
  const deliveries = chosen
    ? await askApi<readonly DeliveryView[]>(`${at}/${chosen.endpointId}/deliveries`, { fetch })
    : undefined;
  return {
    organisation: house.organisation,
    name: house.name,
    isAdministrator: house.roles.includes('administrator'),
    acts: TOLD_ACTS,
    endpoints: endpoints.value,
    ...(chosen && deliveries?.ok ? { told: { url: chosen.url, deliveries: deliveries.value } } : {}),
  };
};

export const actions: Actions = {
  again: async ({ fetch, request, params }) => {
    const message = String((await request.formData()).get('message') ?? '');
    const at = `/organisations/${params.organisation}/deliveries/${encodeURIComponent(message)}/again`;
    const asked = await askApi(at, { fetch, method: 'POST' });
    return asked.ok ? { done: 'again' as const } : fail(422, { problem: asked.problem });
  },
};
