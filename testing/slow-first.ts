/** Starts the longest files of a suite first, so that none of them is left alone at the end. A fresh clone does not know how long each took. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const SLOW = [
  'adapters/packs/real-differential.test.ts',
  'adapters/packs/real-plans.test.ts',
  'apps/server/src/api/answer-document.test.ts',
  'services/reaching/real-law.test.ts',
  'adapters/packs/real-determinism.test.ts',
  'engines/recognition/differential/seeded-faults.test.ts',
  'engines/recognition/explanation/retell.test.ts',
  'apps/cli/src/plan-front.test.ts',
];

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = SLOW.findIndex((slow) => moduleId.endsWith(slow));
      return at === -1 ? SLOW.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
