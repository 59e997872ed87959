/** Who is affected, for a person: routes with their transitions, then countries, then some people explained, then who was not judged. */
import type {
  AffectedSample,
  RouteReport,
  AffectedStanding as Standing,
} from '@testamur/engines/recognition';
import type { AffectedAnswer } from '../commands/packs/run-affected.ts';
import type { Host } from '../host.ts';
import { sayVerdict } from './pack-diff.ts';
import { indentText } from './wrap.ts';

export function showAffected(answer: AffectedAnswer, { width }: Host): string {
  const { routes, samples, people, read, drawn, refused, problems, untouched, on, before, after } = answer;
  const lines = [
    `${people} people under ${before} and ${after}, law of ${on} (${read} given, ${drawn} drawn around what changed)`,
    '',
    ...routes.flatMap((route) => showRoute(route, width)),
    `${untouched} routes rest on nothing that changed: nobody stands otherwise on them`,
    ...(samples.length === 0 ? [] : ['', 'Some of those whom it touches']),
    ...samples.flatMap((sample) => showSample(sample, width)),
    ...(problems.length === 0 ? [] : ['', `${refused} of those given could not be judged`]),
    ...problems.map(({ file, line, column, fact, text, message, hint }) =>
      indentText(
        `${[fact, text === '' ? '' : `“${text}”`].filter((part) => part !== undefined && part !== '').join(' ')} ${message} ${hint}`,
        `  ${file}:${line}:${column} `,
        width,
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const say = (standing: Standing): string => (standing === 'notThere' ? 'not there' : sayVerdict(standing));
const MOST_COUNTRIES = 8;

function showRoute(
  { route, title, packName, transitions, bySchoolCountry }: RouteReport,
  width: number,
): readonly string[] {
  const changed = bySchoolCountry.filter((each) => each.changed > 0);
  const countries = changed
    .slice(0, MOST_COUNTRIES)
    .map((each) => `${each.country} ${each.changed} of ${each.people}`);
  const more =
    changed.length > MOST_COUNTRIES ? `, and ${changed.length - MOST_COUNTRIES} more countries` : '';
  return [
    indentText(`${packName}, ${title} (${route})`, '', width),
    ...transitions.map(
      ({ before, after, people }) =>
        `  ${before === after ? ' ' : '~'} ${say(before)} → ${say(after)}: ${people}`,
    ),
    ...(countries.length === 0
      ? []
      : [indentText(`by country of school: ${countries.join(', ')}${more}`, '    ', width)]),
    '',
  ];
}

function showSample(
  { person, route, before, after, rules }: AffectedSample,
  width: number,
): readonly string[] {
  return [
    indentText(`${person}, ${route}: ${say(before)} → ${say(after)}`, '  ', width),
    ...rules.flatMap((rule) => [
      indentText(
        `${rule.title} (${rule.rule}): ${rule.before === undefined ? 'not asked' : sayVerdict(rule.before)} → ${rule.after === undefined ? 'not asked' : sayVerdict(rule.after)}`,
        '    ',
        width,
      ),
      ...rule.because.map((sentence) => indentText(sentence, '      ', width)),
      ...rule.cite.map(({ source, locator }) => indentText(`${source}, ${locator}`, '      § ', width)),
    ]),
  ];
}
