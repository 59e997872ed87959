/** Where a marker stands for an authority that licenses for a part of a country: the city in which it sits, longitude first. */
export const SEATS: Readonly<Record<string, readonly [number, number]>> = {
  'CA-AB': [-113.49, 53.54],
  'CA-BC': [-123.12, 49.28],
  'CA-ON': [-79.38, 43.65],
  'US-CA': [-121.49, 38.58],
  'US-FL': [-84.28, 30.44],
  'US-NY': [-73.76, 42.65],
  'US-TN': [-86.78, 36.16],
  'US-TX': [-97.74, 30.27],
};
