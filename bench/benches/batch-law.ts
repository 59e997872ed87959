/** A population of people like those of the samples under the law that ships: each stage by itself. */
import { buildFacts, compileBatch, type Person } from '@testamur/engines/recognition';
import { figure, type Line } from '../line.ts';
import { measure } from '../measure.ts';
import { openProduct } from '../product.ts';

const PEOPLE = 2_048;
const ROUNDS = 5;

export async function* benchLaw(): AsyncIterable<Line> {
  const { library, samples } = openProduct();
  const { book, registry, view } = library;
  const [first] = samples;
  if (first === undefined) throw new Error('There are no samples.');
  const { law } = library.lawOf(first.request.on, first.request.knownOn);
  const known = samples.map(({ request: { dossier, on } }): Person => {
    const schools = (id: string) => registry.schools.get(id);
    const facts = buildFacts({
      dossier,
      basis: 0,
      vocabulary: book.vocabulary,
      schools,
      zone: 'Etc/UTC',
      on,
    });
    return { facts, registry: view };
  });
  const people = Array.from({ length: PEOPLE }, (_, row) =>
    forgetful(known[row % known.length] as Person, row),
  );
  const batch = compileBatch(law, book.vocabulary);
  const population = batch.layOut(people);
  let questions = 0;
  const run = batch.open(population);
  const settle = (): void => {
    questions = run.secondStage();
  };
  const cost = await measure(
    {
      lists: { times: PEOPLE, run: run.askRows },
      first: { times: PEOPLE, run: run.firstStage },
      second: { times: PEOPLE, run: settle },
    },
    ROUNDS,
  );
  const each = { unit: 'µs per person', better: 'lower' } as const;
  yield figure({ id: 'batch.law.first-stage', value: cost.first, ...each });
  yield figure({ id: 'batch.law.lists-tables-registry', value: cost.lists, ...each });
  yield figure({ id: 'batch.law.second-stage', value: cost.second, ...each });
  yield figure({
    id: 'batch.law.second-stage.questions',
    value: questions / PEOPLE,
    unit: 'per person',
    better: 'lower',
  });
  yield figure({ id: 'batch.law.rules', value: law.rules.size, unit: 'rules', better: 'higher' });
}

/** The same person with every fifth fact left out, another one each time. */
function forgetful({ facts, registry }: Person, row: number): Person {
  const kept = [...facts.scalars].filter((_, index) => (index + row) % 5 !== 0);
  return { registry, facts: { ...facts, scalars: new Map(kept) } };
}
