/** People of one class told in few lines: every school of a line goes with every citizenship and every year of it. */
import type { PersonClass } from './front.ts';

export type Placed = {
  /** Country or id of the school. */
  readonly school: string;
  readonly citizenship: string;
  /** The year of graduation. */
  readonly graduated: number;
};

export function boxesOf(people: readonly Placed[]): readonly PersonClass[] {
  const byYear = new Map<number, Set<string>>();
  for (const { school, citizenship, graduated } of people)
    byYear.set(graduated, (byYear.get(graduated) ?? new Set()).add(`${school} ${citizenship}`));
  return runsOf(byYear).flatMap(({ from, to, pairs }) =>
    productsOf(pairs).map(({ schools, citizenships }) => ({
      id: `${schools.join('+')} ${citizenships.join('+')} ${from}-${to}`,
      schools,
      citizenships,
      graduated: { from, to },
    })),
  );
}

type Run = { readonly from: number; readonly to: number; readonly pairs: readonly string[] };

/** Years that follow one another and are alike. */
function runsOf(byYear: ReadonlyMap<number, ReadonlySet<string>>): readonly Run[] {
  const runs: Run[] = [];
  for (const year of [...byYear.keys()].sort((a, b) => a - b)) {
    const pairs = [...(byYear.get(year) ?? [])].sort();
    const last = runs.at(-1);
    if (last !== undefined && last.to === year - 1 && last.pairs.join() === pairs.join())
      runs[runs.length - 1] = { ...last, to: year };
    else runs.push({ from: year, to: year, pairs });
  }
  return runs;
}

/** Schools that go with the same citizenships. */
function productsOf(
  pairs: readonly string[],
): readonly { readonly schools: readonly string[]; readonly citizenships: readonly string[] }[] {
  const bySchool = new Map<string, string[]>();
  for (const pair of pairs) {
    const [school = '', citizenship = ''] = pair.split(' ');
    bySchool.set(school, [...(bySchool.get(school) ?? []), citizenship]);
  }
  const byCitizenships = new Map<string, string[]>();
  for (const [school, citizenships] of bySchool) {
    const key = citizenships.join(' ');
    byCitizenships.set(key, [...(byCitizenships.get(key) ?? []), school]);
  }
  return [...byCitizenships].map(([key, schools]) => ({ schools, citizenships: key.split(' ') }));
}
