/** `US-TX` → `US`: the country of a jurisdiction that may be a part of one. */
export const countryOf = (jurisdiction: string): string => jurisdiction.split('-')[0] ?? jurisdiction;
