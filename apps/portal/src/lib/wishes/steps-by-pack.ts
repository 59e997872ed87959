/** Steps to choose from, those of each authority together, those that several share first. */
import type { Step } from '@testamur/engines/recognition';
import { packOf } from '../results/find-source.ts';
import type { LawNotes } from '../worker/messages.ts';

export type StepGroup = {
  readonly name: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
};

export function stepsByPack(
  { steps, packs }: LawNotes,
  { shared, isWanted = () => true }: { readonly shared: string; readonly isWanted?: (step: Step) => boolean },
): readonly StepGroup[] {
  const groups = new Map<string, StepGroup['options'][number][]>();
  for (const step of steps.filter(isWanted)) {
    const name = packOf(step.step, packs)?.name ?? shared;
    groups.set(name, [...(groups.get(name) ?? []), { id: step.step, name: step.title }]);
  }
  return [...groups]
    .map(([name, options]) => ({ name, options }))
    .sort((a, b) => Number(b.name === shared) - Number(a.name === shared) || (a.name < b.name ? -1 : 1));
}
