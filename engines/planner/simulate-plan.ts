/** What the rules say once a plan is done. */
import { expectOk, parseDay } from '../kernel/index.ts';
import { type Assessment, applyEffects, assessPerson, type Dossier } from '../recognition/index.ts';
import { isLastStep } from './graph/graph.ts';
import type { Plan } from './plan.ts';
import type { Planning } from './planning.ts';
import { applyingOn } from './standpoint.ts';

export type Simulation = {
  /** What she holds on the day the application goes in. */
  readonly dossier: Dossier;
  /** Of the authority of the plan, by the law of that day. */
  readonly assessment: Assessment;
};

/** Takes every step but the last ones of the route itself, on the days of the plan, and judges the person again. */
export function simulatePlan({ law, lawOn, person }: Planning, plan: Plan): Simulation {
  const basis = (person.dossier.qualifications ?? []).findIndex(({ id }) => id === plan.basis);
  const steps = plan.steps
    .filter((step) => !isLastStep(step, plan.target.route))
    .toSorted((a, b) =>
      a.schedule.doneOn < b.schedule.doneOn ? -1 : a.schedule.doneOn > b.schedule.doneOn ? 1 : 0,
    );
  const held = steps.reduce<Dossier>((dossier, { effects, schedule }) => {
    const day = expectOk(parseDay(schedule.doneOn), 'a day of a plan');
    return applyEffects({ dossier, basis, effects, vocabulary: law.book.vocabulary, day });
  }, person.dossier);
  const applicationOn = expectOk(parseDay(plan.applicationOn), 'a day of a plan');
  const dossier = applyingOn(held, applicationOn, law.on);
  return {
    dossier,
    assessment: assessPerson(lawOn(applicationOn), { ...person, dossier, only: [plan.target.pack] }),
  };
}
