/** Schools by what people type. */
import {
  buildSchoolIndex,
  type SearchableSchool,
  type SearchFile,
  searchSchools,
  unpackSearchFile,
} from '@testamur/engines/matching';
import { loadFile } from './load-file.ts';
import type { SchoolFound } from './messages.ts';
import { files, onceLoaded } from './open-library.ts';

const MOST_SCHOOLS = 8;

const schoolIndex = onceLoaded(async () => {
  const { schools, places } = unpackSearchFile(await loadFile<SearchFile>((await files).search));
  return {
    index: buildSchoolIndex(schools, places),
    byId: new Map(schools.map((school) => [school.id, school])),
  };
});

export async function findSchools({ query }: { readonly query: string }): Promise<readonly SchoolFound[]> {
  const { index, byId } = await schoolIndex();
  return searchSchools(index, query, { limit: MOST_SCHOOLS }).flatMap(({ id, matchedOn }) => {
    const school = byId.get(id);
    if (school === undefined) return [];
    const isOther = matchedOn.kind === 'other-name' && matchedOn.text !== school.names[0];
    return [{ ...describe(school), ...(isOther ? { foundAs: matchedOn.text } : {}) }];
  });
}

export async function nameSchool({ id }: { readonly id: string }): Promise<SchoolFound | null> {
  const school = (await schoolIndex()).byId.get(id);
  return school === undefined ? null : describe(school);
}

const describe = ({ id, names, country, city }: SearchableSchool): SchoolFound => ({
  id,
  name: names[0],
  country,
  ...(city === undefined ? {} : { city }),
});
