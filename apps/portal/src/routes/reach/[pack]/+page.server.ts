import { error } from '@sveltejs/kit';
import { drawReach } from '$lib/reach/draw-reach.ts';
import { loadReach } from '$lib/reach/load-reach.ts';
import { STATES, type State, viewReach } from '$lib/reach/reach-view.ts';
import { noteRecruitment } from '$lib/reach/recruitment-note.ts';
import { openWorld } from '$lib/reach/world.ts';
import { readIn } from '$lib/reference/read-in.ts';
import { pointing } from '$lib/rules/pointer.ts';

export async function load({ locals, params, fetch }) {
  const reading = await readIn(locals, 'reach');
  const { reference, language } = reading;
  const pack = reference.packs.get(params.pack)?.pack;
  if (pack?.kind !== 'authority') error(404, `No authority is called “${params.pack}”.`);
  const head = { pack: { id: pack.pack, name: pack.name, regulator: pack.regulator } };
  const loaded = await loadReach(pack.pack, fetch);
  if (loaded.state !== 'ready') return { ...head, loaded };
  const point = pointing(reference, { link: language.link, query: '' });
  const { states, ...view } = viewReach(loaded.answer, point, language);
  const counts = Object.fromEntries(
    STATES.map(({ state }) => [state, [...states.values()].filter((each) => each === state).length]),
  ) as Record<State, number>;
  return {
    ...head,
    loaded: { state: loaded.state },
    shown: {
      ...view,
      counts,
      countries: states.size,
      recruitment: noteRecruitment(reading, [...states.keys()], view.on),
      map: drawReach(openWorld(), states),
    },
  };
}
