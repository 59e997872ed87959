import { error } from '@sveltejs/kit';
import { readIn } from '$lib/reference/read-in.ts';
import { countUnknowns, viewUnknowns } from '$lib/upkeep/unknown-view.ts';

export async function load({ locals, url }) {
  const reading = await readIn(locals, 'upkeep');
  const counts = countUnknowns(reading);
  const asked = url.searchParams.get('in') ?? '';
  if (asked === '') return { counts };
  const pack = reading.reference.packs.get(asked)?.pack;
  if (pack === undefined) error(404, `There are no rules under “${asked.slice(0, 40)}”.`);
  return { counts, of: viewUnknowns(reading, pack), take: url.searchParams.get('take') ?? '' };
}
