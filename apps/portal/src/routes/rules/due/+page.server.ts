import { error } from '@sveltejs/kit';
import { readIn } from '$lib/reference/read-in.ts';
import { SPANS, viewDue } from '$lib/upkeep/due-view.ts';

export async function load({ locals, url }) {
  const reading = await readIn(locals, 'upkeep');
  const { reference, language } = reading;
  const asked = url.searchParams.get('in') ?? '';
  const pack = reference.packs.get(asked)?.pack;
  if (asked !== '' && pack === undefined) error(404, `There are no rules under “${asked.slice(0, 40)}”.`);
  const within = url.searchParams.get('within');
  const packs = [...reference.packs.values()].map((entry) => ({
    pack: entry.pack.pack,
    name: entry.pack.name,
  }));
  return {
    packs: packs.sort((a, b) => a.name.localeCompare(b.name, language.format)),
    picked: asked,
    spans: SPANS,
    view: viewDue(reading, { now: new Date(), within, ...(pack === undefined ? {} : { pack }) }),
  };
}
