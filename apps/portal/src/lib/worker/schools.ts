/** Schools by what people type. */
import { type SearchableSchool, searchSchools } from '@testamur/engines/matching';
import type { SchoolFound } from './messages.ts';
import { schoolIndex } from './open-library.ts';

const MOST_SCHOOLS = 8;

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
