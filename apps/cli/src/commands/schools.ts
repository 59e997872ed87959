import { openSchoolSearch, type SchoolFound } from '@testamur/services/institutions';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import type { InputProblem } from '../input/read-request.ts';
import { cannotRun, refuse } from '../refuse.ts';
import { drawTable } from '../show/table.ts';

export type SchoolArguments = {
  readonly words: readonly string[];
  readonly country?: string | undefined;
  readonly limit?: string | undefined;
  readonly json: boolean;
};

const MOST = 100;

/** `testamur schools search WORDS…`: forgives spelling, case, diacritics and script. */
export async function runSchoolSearch(given: SchoolArguments, host: Host): Promise<ExitCode> {
  const library = host.library();
  if (!library.ok) return cannotRun(library.error, host, given.json);
  const countries = library.value.countries as readonly { readonly code: string }[];
  const [country, limit] = [given.country?.toUpperCase(), Number(given.limit ?? 10)];
  const problems: readonly InputProblem[] = [
    ...(Number.isInteger(limit) && limit >= 1 && limit <= MOST
      ? []
      : [wrong('--limit', 'This is no number of schools.', `Give a whole number from 1 to ${MOST}.`)]),
    ...(country === undefined || countries.some(({ code }) => code === country)
      ? []
      : [wrong('--country', 'This is no country.', 'Give its ISO code, such as IN or GB.')]),
  ];
  if (problems.length > 0) return refuse(problems, host, given);
  const words = given.words.join(' ');
  const found = openSchoolSearch(library.value.search)(words, {
    limit,
    ...(country === undefined ? {} : { country }),
  });
  if (given.json)
    host.write(`${JSON.stringify({ schema: 'testamur/schools-found/1', words, schools: found })}\n`);
  else host.write(showFound(found, host.width));
  return EXIT.answered;
}

const wrong = (option: string, message: string, hint: string): InputProblem => ({
  code: 'INPUT_ARGUMENTS',
  option,
  message,
  hint,
});

function showFound(found: readonly SchoolFound[], width: number): string {
  if (found.length === 0)
    return 'No school is near enough. Most schools of Europe, Latin America and Africa are not in the registry: describe yours in the dossier by name, country and city.\n';
  const rows = found.map(({ id, name, country, city, matchedOn }) => [
    { text: id },
    { text: country },
    {
      text: [
        name,
        ...(city === undefined ? [] : [city]),
        ...(matchedOn.text === name ? [] : [`found by “${matchedOn.text}”`]),
      ].join(', '),
    },
  ]);
  return `${drawTable(['Id', 'Country', 'School'], rows, width)}\n`;
}
