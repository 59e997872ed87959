/** What a step is called on the page: steps that several jurisdictions share are named in the language of the page. */
import type { PlannedStep } from '@testamur/engines/planner';
import type { Step } from '@testamur/engines/recognition';
import type { LawNotes } from '../worker/messages.ts';

export const stepOf = (id: string, notes: Pick<LawNotes, 'steps'> | undefined): Step | undefined =>
  notes?.steps.find(({ step }) => step === id);

export const isShared = (id: string): boolean => id.startsWith('step.common.');

export const titleOf = (
  { step, title }: Pick<PlannedStep, 'step' | 'title'>,
  notes: Pick<LawNotes, 'steps'> | undefined,
): string => (isShared(step) ? (stepOf(step, notes)?.title ?? title) : title);
