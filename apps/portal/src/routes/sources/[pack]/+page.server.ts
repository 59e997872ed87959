import { error } from '@sveltejs/kit';
import { openReference } from '$lib/reference/open-reference.ts';

export function load({ locals, params }) {
  const pack = openReference(locals).packs.get(params.pack)?.pack;
  if (pack === undefined) error(404, `There are no rules under “${params.pack}”.`);
  const { pack: id, name, version, sources } = pack;
  return { pack: { id, name, version, sources } };
}
