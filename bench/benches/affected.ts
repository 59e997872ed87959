/**
 * A hundred thousand people drawn and judged under two versions of the whole law that ships, of which one thing is changed in every rule:
 * the dearest case. Then one rule changed, which is what a proposal is like.
 *
 * The bar, as it was reasoned before anything was measured: the limit is what the columnar batch needs for the truth of the same rules
 * of people already laid out, once for each version. Nine tenths of that goes into lists, of which it asks for every person. Here they
 * are asked about once for each distinct list; a person brings one and a half changes, about half of them of a list, from stocks that
 * are shared. So no more than a fifth may be left, with the drawing, the standings and the counting in it.
 */
import {
  buildFacts,
  changeEverything,
  compileBatch,
  openAffected,
  type Person,
} from '@testamur/engines/recognition';
import { barred, figure, type Line } from '../line.ts';
import { measure } from '../measure.ts';
import { openProduct } from '../product.ts';
import { signatureChecks } from '../signature-check.ts';

const MANY = 100_000;
const SEED = 1;
const IN_BATCH = 1_024;
const ROUNDS = 3;
const BAR = 0.2;

export async function* benchAffected(): AsyncIterable<Line> {
  const { library, samples } = openProduct();
  const { book, registry, view } = library;
  const [first] = samples;
  if (first === undefined) throw new Error('There are no samples.');
  const { on } = first.request;
  const packs = book.packs.map(({ pack }) => pack);
  const schools = (id: string) => registry.schools.get(id);
  const setting = { before: book, packs, on, schools, registry: view };
  const models = samples.map(({ request }) => request.dossier);
  const all = changeEverything(book, SEED);
  const whole = runAll({ ...setting, after: all.book }, models);
  const one = all.rules[all.rules.length >> 1];
  const proposed = changeEverything(book, SEED, (rule) => rule === one).book;
  const proposal = runAll({ ...setting, after: proposed }, models);
  if (whole.moved === 0) throw new Error('Nobody stands otherwise under a law that is changed throughout.');
  const known = whole.people.map(({ dossier }): Person => {
    const basis = (dossier.qualifications?.length ?? 0) - 1;
    const facts = buildFacts({ dossier, basis, vocabulary: book.vocabulary, schools, zone: 'Etc/UTC', on });
    return { facts, registry: view };
  });
  const people = Array.from({ length: IN_BATCH }, (_, row) => known[row % known.length] as Person);
  const { law } = library.lawOf(on, first.request.knownOn);
  const batch = compileBatch(law, book.vocabulary);
  const population = batch.layOut(people);
  const { raw, signature } = await measure(
    {
      raw: { times: IN_BATCH, run: () => batch.evaluate(population) },
      signature: signatureChecks(),
    },
    ROUNDS,
  );
  const each = whole.judging / MANY;
  yield barred({
    ...{ id: 'affected.judging', value: each / (2 * raw), bar: BAR },
    ...{ unit: '× the batch of both versions', better: 'lower' },
  });
  yield figure({
    ...{ id: 'affected.judging.per-pack', value: each / packs.length / signature },
    ...{ unit: 'V per person and pack, under two versions', better: 'lower' },
  });
  const seconds = (id: string, microseconds: number, what: string): Line =>
    figure({ id: `affected.${id}`, value: microseconds / 1e6, unit: `s of CPU, ${what}`, better: 'lower' });
  yield seconds(
    'hundred-thousand',
    whole.judging,
    `${all.rules.length} rules of ${packs.length} packs changed`,
  );
  yield seconds('hundred-thousand.getting-ready', whole.ready, 'laws compiled, models steered');
  yield seconds(
    'hundred-thousand.proposal',
    proposal.judging + proposal.ready,
    `${proposal.routes} routes touched, ready and judged`,
  );
}

function runAll(
  input: Parameters<typeof openAffected>[0],
  models: Parameters<ReturnType<typeof openAffected>['draw']>[1],
) {
  const before = process.cpuUsage();
  const run = openAffected(input);
  const draw = run.draw(SEED, models);
  const ready = process.cpuUsage(before);
  for (let index = 0; index < MANY; index += 1) draw(String(index));
  const report = run.report();
  const total = process.cpuUsage(before);
  const moved = report.routes.filter(({ transitions }) =>
    transitions.some((each) => each.before !== each.after),
  ).length;
  const [readyTime, totalTime] = [ready, total].map(({ user, system }) => user + system) as [number, number];
  return {
    ready: readyTime,
    judging: totalTime - readyTime,
    people: run.samples(),
    routes: run.routes,
    moved,
  };
}
