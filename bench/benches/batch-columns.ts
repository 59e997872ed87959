/** The first stage over the shared workload, against one pass over the same columns that only adds them up. */
import {
  compileBatch,
  countBits,
  type Planes,
  type Population,
  resolveLaw,
} from '@testamur/engines/recognition';
import { barred, figure, type Line } from '../line.ts';
import { measure } from '../measure.ts';
import { factsOf, nodeOf, ON, packOf, RULE, vocabularyOf } from '../workload/as-law.ts';
import { answerOf, makePeople, makeWorkload } from '../workload/workload.ts';

/** More than the caches hold: what is measured is a population, not a loop over what was just read. */
const PEOPLE = 1 << 18;
const DIFFERENT = 4_096;
const ROUNDS = 15;
const RECORDS = [
  { name: 'known', unknown: 0 },
  { name: 'partly-unknown', unknown: 0.06 },
] as const;

export async function* benchColumns(): AsyncIterable<Line> {
  for (const { name, unknown } of RECORDS) {
    const { population, judge, yes } = makeRun(unknown);
    const { reading, judging } = await measure(
      {
        reading: { times: PEOPLE, run: () => readColumns(population) },
        judging: { times: PEOPLE, run: judge },
      },
      ROUNDS,
    );
    if (yes() === 0) throw new Error('Nobody meets the rule of the workload.');
    const id = `batch.first-stage.${name}`;
    yield barred({ id, value: judging / reading, unit: '× reading', bar: 1.3, better: 'lower' });
    yield figure({ id: `${id}.per-person`, value: judging * 1_000, unit: 'ns', better: 'lower' });
    yield figure({
      id: `batch.reading.${name}.per-person`,
      value: reading * 1_000,
      unit: 'ns',
      better: 'lower',
    });
  }
}

function makeRun(unknown: number) {
  const workload = makeWorkload();
  const vocabulary = vocabularyOf(workload);
  const law = resolveLaw([packOf(nodeOf(workload.shape))], vocabulary, [], { on: ON, knownOn: ON });
  const batch = compileBatch(law, vocabulary);
  const records = makePeople(workload, DIFFERENT, unknown);
  const registry = { accredited: () => ({ state: 'silent' as const }) };
  const different = records.map((record) => ({ facts: factsOf(workload, record), registry }));
  const people = Array.from(
    { length: PEOPLE },
    (_, row) => different[row % DIFFERENT] as (typeof different)[0],
  );
  const population = batch.layOut(people);
  const run = batch.open(population, [RULE]);
  const { yes, no } = run.verdicts.get(RULE) as Planes;
  run.firstStage();
  const answers = records.map((record) => answerOf(workload.shape, record));
  const count = (wanted: boolean): number => answers.filter((answer) => answer === wanted).length;
  const copies = PEOPLE / DIFFERENT;
  if (countBits(yes) !== count(true) * copies || countBits(no) !== count(false) * copies)
    throw new Error('The batch does not say what three-valued logic says.');
  return { population, judge: run.firstStage, yes: () => countBits(yes) };
}

/** Reads every value that the first stage reads, once and in order. */
function readColumns({ columns }: Population): number {
  let sum = 0;
  for (const column of columns) {
    sum += addUp(column.known);
    if (column.kind === 'flags') sum += addUp(column.set);
    if (column.kind === 'numbers') sum += addUp(column.lo);
    if (column.kind === 'numbers' && column.hi !== column.lo) sum += addUp(column.hi);
  }
  return sum;
}

function addUp(values: Float64Array | Uint32Array): number {
  return values instanceof Float64Array ? addUpNumbers(values) : addUpWords(values);
}

function addUpNumbers(values: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < values.length; row += 1) sum += values[row] as number;
  return sum;
}

function addUpWords(values: Uint32Array): number {
  let sum = 0;
  for (let word = 0; word < values.length; word += 1) sum = (sum + (values[word] as number)) | 0;
  return sum;
}
