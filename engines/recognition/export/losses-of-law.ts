/** What routes and steps say that neither target has a place for. */
import type { Route, Step } from '../language/pack.ts';
import { STEP_TIME_FIELDS } from '../language/step-time.ts';
import type { LossBook } from './losses.ts';

export function loseOfRoute(route: Route, book: LossBook): void {
  const lose = (feature: string, why: string): void => book.lose(feature, route.route, why);
  if (route.scope.length > 0)
    lose('scope', 'A condition of whom the route is for reads like any other requirement.');
  if (route.discretion.length > 0) lose('discretion', 'What is left to the authority is told in words only.');
  if (route.notes.length > 0) lose('notes', 'Notes stand on the page of the route only.');
  if ((route.mustBeValid ?? []).length > 0)
    lose('validity', 'Until when what meets a requirement must count is left out.');
}

export function loseOfStep(step: Step, book: LossBook): void {
  const lose = (feature: string, why: string): void => book.lose(feature, step.step, why);
  lose('effects', 'What becomes true by a step is left out.');
  for (const name of ['cost', 'duration', 'validFor', ...STEP_TIME_FIELDS] as const)
    if (step[name] !== undefined) lose(`step ${name}`, 'Cost and time of a step stand on its page only.');
  if (step.requires.some((required) => !('step' in required)))
    lose('step requires', 'Rules and routes that a step requires are left out.');
}
