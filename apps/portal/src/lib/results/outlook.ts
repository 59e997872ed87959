import type { Front, FrontPoint, Plan } from '@testamur/engines/planner';

/** The ways to the licences of one authority, within her wishes, and the one that the list shows: the cheapest. */
export type Outlook = {
  readonly front?: Front;
  readonly point?: FrontPoint;
  readonly plan?: Plan;
  readonly failed?: boolean;
};

export function outlookOf(front: Front): Outlook {
  const point = front.points.find(({ bestAt }) => bestAt.includes('cheapest')) ?? front.points[0];
  return point === undefined ? { front } : { front, point, plan: point.plan };
}
