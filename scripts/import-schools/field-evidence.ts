import type { Row } from './read-csv.ts';

/** Which sources stand behind which field, by source id. The grade of a source is on its card. */
export type FieldEvidence = Readonly<Record<string, readonly string[]>>;

const DOMAIN_LISTS = ['hipo', 'swot', 'yok-tr'];

function pick(sources: readonly string[], wanted: readonly string[]): readonly string[] {
  return sources.filter((source) => wanted.includes(source));
}

export function sourcesOf(row: Row): readonly string[] {
  return (row.sources ?? '').split('|').map((source) => source.replaceAll('_', '-'));
}

/**
 * The sources that supply each field of a row. The input names sources per row, so this states what is known of
 * how the input was put together: places, years and identifiers come from the ROR record, that of the school or of
 * its host; places on a national list come from that list; coordinates come from GeoNames, by way of ROR or a look-up.
 */
export function evidenceOf(row: Row): FieldEvidence {
  const sources = sourcesOf(row);
  const inRor = row.ror_id !== '';
  const placedByHost = row.coord_precision?.startsWith('city of host') ?? false;
  const placeOnList = pick(sources, ['nmc-in', 'yok-tr', 'moe-cn', 'ca-sheet', 'hipo', 'swot']);
  const city = inRor || (placedByHost && !listsItsPlaces(sources)) ? ['ror'] : placeOnList;
  const region = inRor || (placedByHost && !sources.includes('nmc-in')) ? ['ror'] : placeOnList;
  const website = [...(inRor || row.host_university_ror_id ? ['ror'] : []), ...pick(sources, DOMAIN_LISTS)];
  return {
    name: inRor ? ['ror'] : sources,
    otherNames: sources,
    country: sources,
    city,
    region,
    coordinates: ['geonames'],
    institutionFounded: ['ror'],
    website,
    ror: ['ror'],
    rorStatus: ['ror'],
    wikidata: ['ror'],
    host: ['ror'],
    affiliatedTo: ['nmc-in'],
  };
}

/** The Indian, Turkish and Chinese lists give the city themselves, whatever host was found afterwards. */
function listsItsPlaces(sources: readonly string[]): boolean {
  return pick(sources, ['nmc-in', 'yok-tr', 'moe-cn']).length > 0;
}
