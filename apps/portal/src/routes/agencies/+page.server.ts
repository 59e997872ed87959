import { error } from '@sveltejs/kit';
import { viewAgencies } from '$lib/agencies/agency-view.ts';
import { openReference } from '$lib/reference/open-reference.ts';
import { readDay } from '$lib/rules/query.ts';

export function load({ locals, url }) {
  const { registry, countries } = openReference(locals);
  const asked = readDay(url.searchParams.get('on'), new Date(), 'UTC');
  const view = viewAgencies(registry, 'wfme', asked.day, countries);
  if (view === undefined) error(404, 'The registry names no recogniser of agencies.');
  return { view, asked };
}
