import { error } from '@sveltejs/kit';
import { viewAgencies } from '$lib/agencies/agency-view.ts';
import { readIn } from '$lib/reference/read-in.ts';
import { readDay } from '$lib/rules/query.ts';

export async function load({ locals, url }) {
  const reading = await readIn(locals, 'agencies');
  const asked = readDay(url.searchParams.get('on'), new Date(), 'UTC');
  const view = viewAgencies(reading, 'wfme', asked.day);
  if (view === undefined) error(404, 'The registry names no recogniser of agencies.');
  return { view, asked };
}
