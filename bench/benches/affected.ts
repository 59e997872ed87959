/**
 * A population under two versions of every pack that ships. Every route is judged under both, as if something on which it rests had
 * changed: the dearest case. V is one raw Ed25519 verification in the same run.
 */
import { type Dossier, openAffected } from '@testamur/engines/recognition';
import { barred, figure, type Line } from '../line.ts';
import { measure } from '../measure.ts';
import { openProduct } from '../product.ts';
import { signatureChecks } from '../signature-check.ts';

const PEOPLE = 400;
const ROUNDS = 4;
const SEED = 1;
/** As many people as one wants to ask about at once. */
const MANY = 100_000;

export async function* benchAffected(): AsyncIterable<Line> {
  const { library, samples } = openProduct();
  const { book, registry, view } = library;
  const [first] = samples;
  if (first === undefined) throw new Error('There are no samples.');
  const setting = {
    before: book,
    after: book,
    packs: book.packs.map(({ pack }) => pack),
    on: first.request.on,
    schools: (id: string) => registry.schools.get(id),
    registry: view,
    everyRoute: true,
  };
  const dossiers = samples.map(({ request }) => request.dossier);
  const inventor = openAffected(setting).invent(SEED, dossiers);
  const people: readonly Dossier[] = Array.from({ length: PEOPLE }, inventor);
  const run = openAffected(setting);
  const judge = (): void => {
    for (const [index, dossier] of people.entries()) run.add(String(index), dossier);
  };
  const draw = (): void => {
    for (let index = 0; index < PEOPLE; index += 1) inventor();
  };
  const { drawing, judging, signature } = await measure(
    {
      drawing: { times: PEOPLE, run: draw },
      judging: { times: PEOPLE, run: judge },
      signature: signatureChecks(),
    },
    ROUNDS,
  );
  const changed = run
    .report()
    .routes.flatMap(({ transitions }) => transitions.filter(({ before, after }) => before !== after));
  if (changed.length > 0) throw new Error('The same law answers differently.');
  const packs = setting.packs.length;
  const each = { unit: 'V per dossier and pack, under two versions', better: 'lower' } as const;
  yield barred({ id: 'affected.judging', value: judging / packs / signature, bar: 3, ...each });
  yield figure({ id: 'affected.drawing', value: drawing / signature, unit: 'V per person', better: 'lower' });
  yield figure({
    id: 'affected.hundred-thousand',
    value: (MANY * judging) / 1e6,
    unit: `s of CPU, ${packs} packs all changed`,
    better: 'lower',
  });
  yield figure({
    id: 'affected.hundred-thousand.one-pack',
    value: (MANY * judging) / 1e6 / packs,
    unit: 's of CPU, a mean pack changed',
    better: 'lower',
  });
}
