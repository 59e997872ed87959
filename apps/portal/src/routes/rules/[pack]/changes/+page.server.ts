import { error } from '@sveltejs/kit';
import { readIn } from '$lib/reference/read-in.ts';
import { viewChanges } from '$lib/upkeep/changes-view.ts';

export async function load({ locals, params }) {
  const reading = await readIn(locals, 'upkeep');
  const entry = reading.reference.packs.get(params.pack);
  if (entry === undefined) error(404, `There are no rules under “${params.pack}”.`);
  const { pack, hash } = entry;
  const { pack: id, name, version, regulator } = pack;
  return { pack: { id, name, version, regulator, hash }, view: viewChanges(reading, pack, new Date()) };
}
