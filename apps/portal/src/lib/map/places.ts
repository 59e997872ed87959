/** Where a marker stands for an authority that licenses for a part of a country: the city in which it sits, longitude first. */
export const SEATS: Readonly<Record<string, readonly [number, number]>> = {
  'CA-BC': [-123.12, 49.28],
  'US-NY': [-73.76, 42.65],
  'US-TX': [-97.74, 30.27],
};
