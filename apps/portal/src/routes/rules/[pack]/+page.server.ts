import { error } from '@sveltejs/kit';
import { base } from '$app/paths';
import { openReference } from '$lib/reference/open-reference.ts';
import { viewPack } from '$lib/rules/pack-view.ts';
import { askFor } from '$lib/rules/query.ts';

export function load({ locals, params, url }) {
  const reference = openReference(locals);
  const pack = reference.packs.get(params.pack)?.pack;
  if (pack === undefined) error(404, `There are no rules under “${params.pack}”.`);
  const { asked, query, keep } = askFor(url, new Date(), pack.zone);
  return { view: viewPack(reference, pack, query, { base, query: keep }), asked, keep };
}
