/** Years of graduation that the rules cannot tell apart, for degrees of some countries. */
import type { PreparedLaw } from '@testamur/engines/recognition';
import { SCHOOL_FACTS } from './classify-places.ts';
import { comparedWith, factIn, nodesOf, type Placed } from './mentions.ts';
import type { Towards } from './rules-towards.ts';

export type Years = { readonly from: number; readonly to: number };

export const DAY_FACTS: ReadonlySet<string> = new Set(['pmq.graduatedOn', 'pmq.awardedOn']);

export type YearQuestion = {
  readonly within: Years;
  /** The year and the month (1 to 12) of the law date. */
  readonly now: { readonly year: number; readonly month: number };
};

/** A year in which something turns stands alone, for its days do not all get the same answer. `schools`: of which countries the degree is. */
export function classifyYears(
  schools: readonly string[],
  { rules }: Towards,
  law: PreparedLaw,
  { within, now }: YearQuestion,
): readonly Years[] {
  const nodes = nodesOf(rules);
  const turning = new Set([
    ...anchored(rules),
    ...nodes.flatMap((each) => yearsNamed(each, schools, nodes, law)),
    ...nodes.flatMap(({ node }) => yearsBefore(node['withinPeriod'], now)),
  ]);
  const turns = [...turning].filter((year) => year >= within.from && year <= within.to).sort((a, b) => a - b);
  const years: Years[] = [];
  let next = within.from;
  for (const year of turns) {
    if (year > next) years.push({ from: next, to: year - 1 });
    years.push({ from: year, to: year });
    next = year + 1;
  }
  return next <= within.to ? [...years, { from: next, to: within.to }] : years;
}

/** A version may count from a day of the degree on. */
const anchored = (rules: Towards['rules']): readonly number[] =>
  rules.flatMap(({ rule }) =>
    rule.versions.flatMap(({ appliesTo }) =>
      appliesTo !== undefined && DAY_FACTS.has(appliesTo.anchor)
        ? [appliesTo.from, appliesTo.to].flatMap(yearOf)
        : [],
    ),
  );

const yearOf = (day: unknown): readonly number[] =>
  typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? [Number(day.slice(0, 4))] : [];

function yearsNamed(
  placed: Placed,
  schools: readonly string[],
  nodes: readonly Placed[],
  { law }: PreparedLaw,
): readonly number[] {
  return comparedWith(placed, DAY_FACTS).flatMap((side) => {
    const column = /^row\.(.*)$/.exec(factIn(side) ?? '')?.[1];
    if (column === undefined || placed.table === undefined) return yearOf(side);
    const countryColumns = columnsOfCountries(placed.table, nodes);
    const rows = law.tables.get(placed.table)?.rows ?? [];
    return rows
      .filter((row) =>
        countryColumns.every((each) => row[each] == null || schools.includes(String(row[each]))),
      )
      .flatMap((row) => yearOf(row[column]));
  });
}

/** Columns that must be equal to the country of the degree: a row of another country does not speak of hers. */
const columnsOfCountries = (table: string, nodes: readonly Placed[]): readonly string[] =>
  nodes
    .filter((each) => each.table === table && 'equals' in each.node)
    .flatMap((each) => comparedWith(each, SCHOOL_FACTS))
    .flatMap((side) => /^row\.(.*)$/.exec(factIn(side) ?? '')?.[1] ?? []);

/** A period that begins or ends with a day of the degree and is counted from now. */
function yearsBefore(period: unknown, { year, month }: YearQuestion['now']): readonly number[] {
  const { from, to, period: length } = (period ?? {}) as Readonly<Record<string, unknown>>;
  if (![from, to].some((side) => DAY_FACTS.has(factIn(side) ?? ''))) return [];
  const [years = 0, months = 0] = ['Y', 'M'].map((unit) =>
    Number(new RegExp(`(\\d+)${unit}`).exec(String(length))?.[1] ?? 0),
  );
  const left = year * 12 + (month - 1) - years * 12 - months;
  // Weeks and days, and how a month without that day is counted, move it by a month at most; a literal other end is a year of its own.
  return [left - 1, left, left + 1].map((each) => Math.floor(each / 12)).concat([from, to].flatMap(yearOf));
}
