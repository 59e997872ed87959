/** Explaining one person: 36 conditions over 39 facts, against engines that people use. */
import {
  compiledEvaluator,
  compileLaw,
  type Facts,
  makeWriteAnswer,
  prepareLaw,
} from '@testamur/engines/recognition';
import { barred, figure, type Line } from '../line.ts';
import { measure, type Task } from '../measure.ts';
import { makeJsonRulesEngine } from '../peers/json-rules-engine.ts';
import { makePublicodes } from '../peers/publicodes.ts';
import { makeZenEngine } from '../peers/zen-engine.ts';
import { factsOf, nodeOf, ON, packOf, RULE, vocabularyOf } from '../workload/as-law.ts';
import { answerOf, makePeople, makeWorkload, type PersonRecord } from '../workload/workload.ts';

const PEOPLE = 100;
const ROUNDS = 12;
/** So much faster is the compiled law that it goes through the people several times a round. */
const TURNS = 100;
const RECORDS = [
  { name: 'known', unknown: 0 },
  { name: 'partly-unknown', unknown: 0.06 },
] as const;

const workload = makeWorkload();
const MAKERS = {
  'json-rules-engine': makeJsonRulesEngine,
  'zen-engine': makeZenEngine,
  publicodes: makePublicodes,
};

export async function* benchExplain(): AsyncIterable<Line> {
  const own = compileWorkload();
  for (const { name, unknown } of RECORDS) {
    const people = makePeople(workload, PEOPLE, unknown);
    const { tasks, bytes } = ownTasks(people, own);
    const peers = Object.fromEntries(
      await Promise.all(
        Object.entries(MAKERS).map(
          async ([peer, make]) => [peer, await peerTask(make(workload) as unknown as Peer, people)] as const,
        ),
      ),
    );
    const written = await writtenTask(people);
    const cost = await measure<string>({ ...tasks, ...peers, written }, ROUNDS);
    const of = (task: string): number => cost[task] ?? Number.NaN;
    const ratio = (peer: string, own: string): number => of(peer) / of(own);
    const id = `explain.${name}`;
    const common = { unit: '× json-rules-engine', better: 'higher' } as const;
    const jre = 'json-rules-engine';
    yield barred({ id: `${id}.states-recorded`, value: ratio(jre, 'recording'), bar: 100, ...common });
    yield barred({ id: `${id}.rendered-to-bytes`, value: ratio(jre, 'rendering'), bar: 40, ...common });
    const both = { id: `${id}.rendered-to-bytes.both`, value: ratio('written', 'rendering') };
    yield figure({ ...both, unit: '× json-rules-engine with its result as JSON', better: 'higher' });
    for (const part of ['recording', 'rendering'] as const)
      yield figure({ id: `${id}.${part}.with-laying-out`, value: ratio(jre, `${part} laid out`), ...common });
    for (const peer of Object.keys(MAKERS).filter((each) => each !== jre)) {
      const unit = `× ${peer}`;
      yield figure({
        id: `${id}.states-recorded.${peer}`,
        value: ratio(peer, 'recording'),
        unit,
        better: 'higher',
      });
    }
    for (const task of [...Object.keys(tasks), ...Object.keys(MAKERS)])
      yield figure({
        id: `${id}.time.${task.replaceAll(' ', '-')}`,
        value: of(task),
        unit: 'µs per person',
        better: 'lower',
      });
    yield figure({ id: `${id}.bytes`, value: bytes(), unit: 'bytes', better: 'lower' });
  }
}

type Peer = {
  readonly prepare: (person: PersonRecord) => never;
  readonly explain: (record: never) => unknown;
};

/** Every engine is asked about people in its own form, made beforehand: a record for a peer, a frame for the compiled law. */
async function peerTask({ prepare, explain }: Peer, people: readonly PersonRecord[]): Promise<Task> {
  const records = people.map(prepare);
  for (const [index, person] of people.entries()) {
    const answer = answerOf(workload.shape, person);
    const { holds } = (await explain(records[index] as never)) as { readonly holds: boolean };
    // None of them knows the unknown; what is known for certain they must say.
    if (answer !== undefined && answer !== holds && person.every((value) => value !== undefined))
      throw new Error('A peer does not say what the workload says.');
  }
  const run = async (): Promise<void> => {
    for (const record of records) await explain(record);
  };
  return { times: people.length, run };
}

/** json-rules-engine with its result written as JSON too. */
async function writtenTask(people: readonly PersonRecord[]): Promise<Task> {
  const { prepare, explain } = makeJsonRulesEngine(workload);
  const records = people.map(prepare);
  const run = async (): Promise<number> => {
    let bytes = 0;
    for (const record of records) bytes += Buffer.from(JSON.stringify((await explain(record)).result)).length;
    return bytes;
  };
  if ((await run()) === 0) throw new Error('A peer explains nothing.');
  return { times: people.length, run };
}

type Own = ReturnType<typeof compileWorkload>;

const SILENT = { accredited: () => ({ state: 'silent' as const }) };
const TRUTHS = ['false', 'true', 'unknown', 'notApplicable'] as const;

/** The law is compiled once, as it would be. */
function compileWorkload() {
  const book = {
    vocabulary: vocabularyOf(workload),
    commonSteps: [],
    packs: [packOf(nodeOf(workload.shape))],
    hashes: new Map<string, string>(),
  };
  const { law, tell, citationsOf } = prepareLaw({ book, on: ON, knownOn: ON, evaluator: compiledEvaluator });
  const compiled = compileLaw(law, book.vocabulary);
  const rule = compiled.ruleNumbers.get(RULE) as number;
  return { compiled, rule, writeAnswer: makeWriteAnswer({ compiled, tell, citationsOf }) };
}

function ownTasks(people: readonly PersonRecord[], { compiled, rule, writeAnswer }: Own) {
  const everybody = people.map((person) => {
    const facts = factsOf(workload, person);
    return { facts, frame: compiled.load(facts, SILENT) };
  });
  for (const [index, person] of people.entries()) {
    const answer = answerOf(workload.shape, person);
    const found = TRUTHS[compiled.evaluateRule(rule, (everybody[index] as Somebody).frame) & 3];
    if (found !== (answer === undefined ? 'unknown' : String(answer)))
      throw new Error('The compiled law does not say what three-valued logic says.');
  }
  const ofEach = (ask: (somebody: Somebody) => number): Task => ({
    times: people.length * TURNS,
    run: () => {
      let sum = 0;
      for (let turn = 0; turn < TURNS; turn += 1) for (const each of everybody) sum += ask(each);
      return sum;
    },
  });
  const spare = compiled.load((everybody[0] as Somebody).facts, SILENT);
  const record = (frame: Frame): number => compiled.evaluateRule(rule, frame);
  const render = (frame: Frame): number => writeAnswer(rule, frame).length;
  return {
    tasks: {
      recording: ofEach(({ frame }) => record(compiled.forget(frame))),
      rendering: ofEach(({ frame }) => render(compiled.forget(frame))),
      'recording laid out': ofEach(({ facts }) => record(compiled.load(facts, SILENT, spare))),
      'rendering laid out': ofEach(({ facts }) => render(compiled.load(facts, SILENT, spare))),
    },
    bytes: () => everybody.reduce((sum, { frame }) => sum + render(frame), 0) / everybody.length,
  };
}

type Frame = ReturnType<Own['compiled']['load']>;
type Somebody = { readonly facts: Facts; readonly frame: Frame };
