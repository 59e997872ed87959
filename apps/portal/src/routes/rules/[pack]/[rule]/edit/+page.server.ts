import { error } from '@sveltejs/kit';
import { readIn } from '$lib/reference/read-in.ts';
import { readDay } from '$lib/rules/query.ts';

export async function load({ locals, params }) {
  const { reference } = await readIn(locals, 'authoring');
  const entry = reference.packs.get(params.pack);
  const rule = entry?.pack.rules.find((each) => each.rule === params.rule);
  if (entry === undefined || rule === undefined)
    error(404, `There is no rule “${params.rule}” under “${params.pack}”.`);
  const { pack, hash } = entry;
  return {
    pack: { id: pack.pack, name: pack.name, version: pack.version, hash },
    rule: { id: rule.rule, title: rule.title, wordings: rule.versions.map(({ version }) => version) },
    sources: pack.sources.map(({ source, title, grade }) => ({ source, title, grade })),
    today: readDay(null, new Date(), pack.zone).text,
  };
}
