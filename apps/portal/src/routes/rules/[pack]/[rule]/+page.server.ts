import { error } from '@sveltejs/kit';
import { readIn } from '$lib/reference/read-in.ts';
import { askFor } from '$lib/rules/query.ts';
import { viewRulePage } from '$lib/rules/rule-page.ts';

export async function load({ locals, params, url }) {
  const reading = await readIn(locals, 'rules');
  const entry = reading.reference.packs.get(params.pack);
  const rule = entry?.pack.rules.find((each) => each.rule === params.rule);
  if (entry === undefined || rule === undefined)
    error(404, `There is no rule “${params.rule}” under “${params.pack}”.`);
  const { pack, hash } = entry;
  const { asked, query, keep } = askFor(url, new Date(), pack.zone);
  const { pack: id, name, version, regulator } = pack;
  return {
    view: viewRulePage(reading, { pack, rule, query, keep }),
    pack: { id, name, version, regulator, hash },
    asked,
    keep,
  };
}
