/** What she tries out, in the order in which she tried it: facts as they might be, steps as if they were done. The dossier stays as it is. */
import type { Hypothesis } from '@testamur/engines/planner';
import type { Dossier, DossierValue, FactDefinition, Step } from '@testamur/engines/recognition';
import { type Place, setValue } from '../dossier/place.ts';

export type FactMove = {
  readonly kind: 'fact';
  readonly place: Place;
  readonly definition: FactDefinition;
  readonly value: DossierValue | undefined;
};
export type StepMove = { readonly kind: 'step'; readonly step: string; readonly on: string };
export type Move = FactMove | StepMove;

export const tryFacts = (dossier: Dossier, moves: readonly Move[]): Dossier =>
  moves.reduce(
    (held, move) => (move.kind === 'fact' ? setValue(held, move.place, move.value) : held),
    dossier,
  );

export const triedSteps = (moves: readonly Move[]): readonly Hypothesis[] =>
  moves.flatMap((move) => (move.kind === 'step' ? [{ step: move.step, on: move.on }] : []));

/** The latest answer to the same question takes the place of the one before; another question is added. */
export function addMove(moves: readonly Move[], move: Move): readonly Move[] {
  const same = (other: Move): boolean =>
    move.kind === 'step'
      ? other.kind === 'step' && other.step === move.step
      : other.kind === 'fact' && JSON.stringify(other.place) === JSON.stringify(move.place);
  return [...moves.filter((other) => !same(other)), move];
}

/** Steps that the law asks for before a step that is tried, and that are not tried themselves. */
export function missingBefore(
  moves: readonly Move[],
  steps: readonly Step[],
): ReadonlyMap<string, readonly string[]> {
  const taken = new Set(moves.flatMap((move) => (move.kind === 'step' ? [move.step] : [])));
  return new Map(
    [...taken].flatMap((id) => {
      const missing = (steps.find(({ step }) => step === id)?.requires ?? []).flatMap((each) =>
        'step' in each && !taken.has(each.step) ? [each.step] : [],
      );
      return missing.length === 0 ? [] : [[id, missing] as const];
    }),
  );
}
