import type { LawBook } from '@testamur/engines/recognition';

/** The title of a step of any pack, or its id. */
export function stepTitle(
  id: string,
  { commonSteps, packs }: Pick<LawBook, 'commonSteps' | 'packs'>,
): string {
  const steps = [...commonSteps, ...packs.flatMap((pack) => pack.steps)];
  return steps.find(({ step }) => step === id)?.title ?? id;
}
