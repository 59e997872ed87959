/** The door of the planner's room: from verdicts to the steps that remain, their order, cost and time. */
export type * from './plan.ts';
