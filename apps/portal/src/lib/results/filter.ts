/** What the list leaves out. What is not known is no reason to leave out: only what is known to be beyond a limit goes. */
import type { Money } from '@testamur/engines/kernel';
import type { Converted, PlanCost } from '@testamur/engines/planner';
import type { Region } from '../map/regions.ts';
import type { Look } from '../ui/looks.ts';
import type { Outlook } from './outlook.ts';
import type { Row } from './rows.ts';

export type Filter = {
  /** Looks to leave out. */
  readonly hidden: ReadonlySet<Look>;
  readonly mostDays?: number;
  readonly mostCost?: Money;
  /** Code of a language in which the authority works. */
  readonly language?: string;
  readonly region?: Region;
  readonly withoutSelection: boolean;
};

export const NO_FILTER: Filter = { hidden: new Set(), withoutSelection: false };

export const countFilters = ({
  hidden,
  mostDays,
  mostCost,
  language,
  region,
  withoutSelection,
}: Filter): number =>
  hidden.size +
  [mostDays, mostCost, language, region].filter((each) => each !== undefined).length +
  (withoutSelection ? 1 : 0);

/** `outlook` absent: it is being worked out, so that no limit of time or money leaves the row out yet. */
export function passes(row: Row, filter: Filter, outlook: Outlook | undefined): boolean {
  if (filter.hidden.has(row.shown.look)) return false;
  if (filter.region !== undefined && row.region !== filter.region) return false;
  if (filter.language !== undefined && !row.languages.includes(filter.language)) return false;
  if (filter.withoutSelection && (outlook?.plan?.ifSelected ?? row.ifSelected)) return false;
  if (outlook === undefined) return true;
  return isInTime(filter.mostDays, outlook) && isInBudget(filter.mostCost, outlook);
}

/** A known lower bound beyond the limit is beyond it; no way at all is beyond every limit. */
const isInTime = (most: number | undefined, { plan }: Outlook): boolean =>
  most === undefined || (plan !== undefined && plan.time.days <= most);

function isInBudget(most: Money | undefined, { point }: Outlook): boolean {
  if (most === undefined) return true;
  if (point === undefined) return false;
  return (amountIn(most.currency, point.cost, point.converted) ?? 0) <= most.amount;
}

/** Amounts in other currencies are not compared, unless her rates convert them. */
const amountIn = (
  currency: string,
  { known }: PlanCost,
  converted: Converted | undefined,
): number | undefined =>
  converted?.currency === currency
    ? converted.amount
    : known.find((money) => money.currency === currency)?.amount;
