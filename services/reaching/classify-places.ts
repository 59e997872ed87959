/** Countries that the rules cannot tell apart: each rule, table and group names either all of them or none. */
import type { PreparedLaw } from '@testamur/engines/recognition';
import { codeSetsOf, comparedWith, factIn, nodesOf } from './mentions.ts';
import type { Towards } from './rules-towards.ts';

export const SCHOOL_FACTS: ReadonlySet<string> = new Set([
  ...['pmq.awardingCountry', 'pmq.schoolCountry', 'pmq.teachingCountries', 'pmq.clinicalCountries'],
]);
export const CITIZEN_FACTS: ReadonlySet<string> = new Set(['person.citizenships', 'person.residences']);

export type PlaceClasses = {
  /** Each class in the order of the codes given. */
  readonly schools: readonly (readonly string[])[];
  readonly citizenships: readonly (readonly string[])[];
};

export type Codes = { readonly schools: readonly string[]; readonly citizenships: readonly string[] };

export function classifyPlaces(codes: Codes, towards: Towards, law: PreparedLaw): PlaceClasses {
  const nodes = nodesOf(towards.rules);
  // A rule that holds a citizenship against the country of the degree can tell any country from any other.
  const areJoined = nodes.some((each) =>
    comparedWith(each, CITIZEN_FACTS).some((side) => SCHOOL_FACTS.has(factIn(side) ?? '')),
  );
  const classesOf = (all: readonly string[], facts: ReadonlySet<string>) => {
    if (areJoined) return all.map((code) => [code]);
    const sets = nodes.flatMap((each) =>
      comparedWith(each, facts).flatMap((side) => codeSetsOf(side, each.table, law)),
    );
    return splitBy(all, [...[...towards.namedPlaces].map((code) => [code]), ...sets]);
  };
  return {
    schools: classesOf(codes.schools, SCHOOL_FACTS),
    citizenships: classesOf(codes.citizenships, CITIZEN_FACTS),
  };
}

/** @example splitBy(['a', 'b', 'c'], [['a', 'b']]) // [['a', 'b'], ['c']] */
export function splitBy(
  codes: readonly string[],
  sets: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const quick = sets.map((set) => new Set(set));
  const classes = new Map<string, string[]>();
  for (const code of codes) {
    const key = quick.map((set) => (set.has(code) ? '1' : '0')).join('');
    classes.set(key, [...(classes.get(key) ?? []), code]);
  }
  return [...classes.values()];
}
