import { readIn } from '$lib/reference/read-in.ts';
import { answerQuestion, countByCountry, readQuestion } from '$lib/schools/search.ts';

export async function load({ locals, url }) {
  const reading = await readIn(locals, 'schools');
  const { reference } = reading;
  const question = readQuestion(url, reference.countries);
  return {
    question,
    answer: answerQuestion(reading, question),
    countries: countByCountry(reading),
    total: reference.schools.size,
  };
}
