import type { Plan, PlanAnswer } from '@testamur/engines/planner';

/** The way to the best licence of one authority, where there is one. */
export type Outlook = { readonly answer?: PlanAnswer; readonly plan?: Plan; readonly failed?: boolean };
