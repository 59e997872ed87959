import { error } from '@sveltejs/kit';
import { readIn } from '$lib/reference/read-in.ts';
import { viewSchool } from '$lib/schools/school-view.ts';

export async function load({ locals, params }) {
  const reading = await readIn(locals, 'schools');
  const school = reading.reference.schools.get(params.school);
  if (school === undefined) error(404, `There is no school under “${params.school}”.`);
  return { school: viewSchool(reading, school) };
}
