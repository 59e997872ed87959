import { openReference } from '$lib/reference/open-reference.ts';
import { answerQuestion, countByCountry, readQuestion } from '$lib/schools/search.ts';

export function load({ locals, url }) {
  const reference = openReference(locals);
  const question = readQuestion(url, reference.countries);
  return {
    question,
    answer: answerQuestion(reference, question),
    countries: countByCountry(reference),
    total: reference.schools.size,
  };
}
