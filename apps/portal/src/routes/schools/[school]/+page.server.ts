import { error } from '@sveltejs/kit';
import { openReference } from '$lib/reference/open-reference.ts';
import { viewSchool } from '$lib/schools/school-view.ts';

export function load({ locals, params }) {
  const reference = openReference(locals);
  const school = reference.schools.get(params.school);
  if (school === undefined) error(404, `There is no school under “${params.school}”.`);
  return { school: viewSchool(reference, school) };
}
