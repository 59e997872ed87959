/** People to columns. */
import type { Facts } from '../language/facts.ts';
import type { RegistryView } from '../reference/scope.ts';
import { type Column, type ColumnPlan, newColumn, setValue } from './columns.ts';

export type Person = { readonly facts: Facts; readonly registry: RegistryView };

export type Population = {
  readonly people: readonly Person[];
  /** Words of 32 people; the last may be part empty. */
  readonly words: number;
  readonly columns: readonly Column[];
  readonly codes: number;
};

export function layOut(
  people: readonly Person[],
  plans: readonly ColumnPlan[],
  named: ReadonlyMap<string, number>,
): Population {
  const words = Math.ceil(people.length / 32);
  const columns = plans.map((plan) => newColumn(plan, words));
  const codes = new Map(named);
  const numberOfCode = (code: string): number => {
    const number = codes.get(code) ?? codes.size;
    codes.set(code, number);
    return number;
  };
  for (const [row, { facts }] of people.entries())
    for (const [index, { fact }] of plans.entries()) {
      const value = facts.scalars.get(fact);
      if (value !== undefined) setValue(columns[index] as Column, row, value, numberOfCode);
    }
  return { people, words, columns, codes: codes.size };
}
