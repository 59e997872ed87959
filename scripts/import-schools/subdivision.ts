import iso from 'iso-3166-2';

/** Countries whose subdivisions license doctors or appear in a rule pack; elsewhere the region stays text. */
export const SUBDIVIDED_COUNTRIES = ['AU', 'CA', 'DE', 'US'] as const;

/** English names of the sources where ISO 3166-2 has the local one. */
const ENGLISH_NAMES: Readonly<Record<string, string>> = {
  'DE/Baden-Wurttemberg': 'DE-BW',
  'DE/Bavaria': 'DE-BY',
  'DE/Hesse': 'DE-HE',
  'DE/Lower Saxony': 'DE-NI',
  'DE/Mecklenburg-Vorpommern': 'DE-MV',
  'DE/North Rhine-Westphalia': 'DE-NW',
  'DE/Rhineland-Palatinate': 'DE-RP',
  'DE/Saxony': 'DE-SN',
  'DE/Saxony-Anhalt': 'DE-ST',
  'DE/Thuringia': 'DE-TH',
  'US/Washington, D.C.': 'US-DC',
};

export type Subdivision = { readonly code: string; readonly name: string; readonly type: string };

export function subdivisionsOf(country: string): readonly Subdivision[] {
  const entries = Object.entries(iso.country(country)?.sub ?? {});
  return entries
    .map(([code, { name, type }]) => ({ code, name, type }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The ISO 3166-2 code of a region name in one of the subdivided countries; `undefined` when it is not one for one. */
export function subdivisionOf(country: string, region: string | undefined): string | undefined {
  if (region === undefined || !(SUBDIVIDED_COUNTRIES as readonly string[]).includes(country))
    return undefined;
  const english = ENGLISH_NAMES[`${country}/${region}`];
  return english ?? subdivisionsOf(country).find(({ name }) => name === region)?.code;
}
