/** Every rule, route, step and table of the packs by its id, with the pack that has it. */
import type { Pack, Route, Rule, Step, Table } from '../language/pack.ts';

export type Owned<T> = { readonly value: T; readonly pack: string };

export type LawIndex = {
  readonly rules: ReadonlyMap<string, Owned<Rule>>;
  readonly routes: ReadonlyMap<string, Owned<Route>>;
  readonly steps: ReadonlyMap<string, Owned<Step>>;
  readonly tables: ReadonlyMap<string, Owned<Table>>;
};

/** The shared steps belong to nobody in particular. */
export const COMMON = 'common';

export function indexLaw(packs: readonly Pack[], commonSteps: readonly Step[]): LawIndex {
  const own = <T>(partsOf: (pack: Pack) => readonly T[], idOf: (part: T) => string): Map<string, Owned<T>> =>
    new Map(
      packs.flatMap((pack) =>
        partsOf(pack).map((value) => [idOf(value), { value, pack: pack.pack }] as const),
      ),
    );
  const steps = own(
    (pack) => pack.steps,
    (step) => step.step,
  );
  for (const step of commonSteps) steps.set(step.step, { value: step, pack: COMMON });
  return {
    rules: own(
      (pack) => pack.rules,
      (rule) => rule.rule,
    ),
    routes: own(
      (pack) => pack.routes,
      (route) => route.route,
    ),
    steps,
    tables: own(
      (pack) => pack.tables,
      (table) => table.table,
    ),
  };
}
