/** The same people judged together by columns: each rule must be as true of each as the reference says. */
import type { compileBatch } from '../batch/compile-batch.ts';
import type { Person } from '../batch/lay-out.ts';
import { type Planes, truthIn } from '../batch/planes.ts';
import type { Truth } from '../language/verdict.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { Difference } from './compare-outcomes.ts';

export type PopulationBackEnd = { readonly name: string; readonly compile: typeof compileBatch };

export type Crowd = {
  /** One person, with what the reference says of each rule, in the order of the rules. */
  readonly add: (person: Person, truths: readonly Truth[]) => void;
  /** What was found of those added since last asked. */
  readonly compare: () => readonly (Difference & { readonly backEnd: string; readonly row: number })[];
  readonly size: () => number;
};

export function gatherCrowd(
  backEnds: readonly PopulationBackEnd[],
  rules: readonly string[],
  law: ResolvedLaw,
  vocabulary: Vocabulary,
): Crowd {
  const batches = backEnds.map(({ name, compile }) => ({ name, batch: compile(law, vocabulary) }));
  let people: Person[] = [];
  let truths: (readonly Truth[])[] = [];
  const compare: Crowd['compare'] = () => {
    const [judged, expected] = [people, truths];
    [people, truths] = [[], []];
    return batches.flatMap(({ name, batch }) => {
      const verdicts = batch.evaluate(batch.layOut(judged), rules);
      return rules.flatMap((path, index) =>
        expected.flatMap((said, row) => {
          const [wanted, found] = [said[index] as Truth, truthIn(verdicts.get(path) as Planes, row)];
          return wanted === found
            ? []
            : [{ backEnd: name, path, row, what: 'truth', expected: wanted, found }];
        }),
      );
    });
  };
  return {
    compare,
    size: () => people.length,
    add: (person, said) => {
      people.push(person);
      truths.push(said);
    },
  };
}
