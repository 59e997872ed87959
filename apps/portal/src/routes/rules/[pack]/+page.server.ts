import { error } from '@sveltejs/kit';
import { readIn } from '$lib/reference/read-in.ts';
import { viewPack } from '$lib/rules/pack-view.ts';
import { askFor } from '$lib/rules/query.ts';

export async function load({ locals, params, url }) {
  const reading = await readIn(locals, 'rules');
  const pack = reading.reference.packs.get(params.pack)?.pack;
  if (pack === undefined) error(404, `There are no rules under “${params.pack}”.`);
  const { asked, query, keep } = askFor(url, new Date(), pack.zone);
  return { view: viewPack(reading, pack, query, keep), asked, keep };
}
