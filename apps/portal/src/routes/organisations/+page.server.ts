import { redirect } from '@sveltejs/kit';
import type { Membership, Profile } from '$lib/account/account-view.ts';
import { askApi } from '$lib/account/ask-api.ts';
import { writePlace } from '$lib/language/address.ts';
import { nameOf } from '$lib/language/format-values.ts';
import { LANGUAGES } from '$lib/language/languages.ts';
import { ROOT } from '$lib/language/root.ts';
import { openReference } from '$lib/reference/open-reference.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, setHeaders, url }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const profile = await askApi<Profile>('/account/profile', { fetch });
  const signIn = `${ROOT}${writePlace({ locale: locals.locale, path: '/sign-in' })}`;
  if (!profile.ok) redirect(303, `${signIn}?to=${encodeURIComponent(url.pathname)}`);
  const memberships = await askApi<readonly Membership[]>('/account/memberships', { fetch });
  const { format } = LANGUAGES[locals.locale];
  const collator = new Intl.Collator(format);
  return {
    displayName: profile.value.displayName,
    memberships: memberships.ok ? memberships.value : [],
    problem: memberships.ok ? undefined : memberships.problem,
    countries: [...openReference(locals).countries.keys()]
      .map((code) => ({ value: code, label: nameOf(code, 'region', format) }))
      .sort((a, b) => collator.compare(a.label, b.label)),
  };
};
