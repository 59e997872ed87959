/** What a source says of when a step can be taken, how often, and how many pass, in words. What is absent is not established. */
import type { Citation } from '@testamur/engines/kernel';
import type { Step } from '@testamur/engines/recognition';
import type { Language } from '../language/language.ts';
import type { MessageKey } from '../language/messages.ts';

export type TimeFact = {
  readonly label: MessageKey;
  readonly text: string;
  readonly cite: readonly Citation[];
};

export function sayStepTime(step: Step, language: Language, on: string): readonly TimeFact[] {
  const { sittings, season, attempts, passRate } = step;
  const { say } = language;
  return [
    ...(sittings === undefined
      ? []
      : [fact('route.step.sittings', saySittings(sittings, language, on), sittings)]),
    ...(season === undefined ? [] : [fact('route.step.season', saySeason(season, language), season)]),
    ...(attempts === undefined
      ? []
      : [fact('route.step.attempts', sayAttempts(attempts, language), attempts)]),
    ...(passRate === undefined
      ? []
      : [
          fact(
            'route.step.passRate',
            say('route.step.passRate.of', {
              percent: percentOf(passRate.value, language),
              population: passRate.population,
              year: passRate.year,
            }),
            passRate,
          ),
        ]),
  ].filter(({ text }) => text !== '');
}

const fact = (
  label: MessageKey,
  text: string,
  { cite }: { readonly cite: readonly Citation[] },
): TimeFact => ({ label, text, cite });

const MOST_DATES = 4;

function saySittings(sittings: NonNullable<Step['sittings']>, language: Language, on: string): string {
  const { say, day, list } = language;
  const { dates, months, continuous, perYear } = sittings;
  const coming = (dates ?? []).filter((date) => date.on >= on).slice(0, MOST_DATES);
  if (coming.length > 0)
    return list(
      coming.map((date) =>
        date.registerBy === undefined
          ? day(date.on)
          : say('route.step.sittings.registerBy', { on: day(date.on), by: day(date.registerBy) }),
      ),
    );
  if (continuous === true) return say('route.step.sittings.continuous');
  if (months !== undefined)
    return say('route.step.sittings.months', {
      months: list(
        months.map((month) =>
          typeof month === 'number'
            ? monthName(month, language)
            : say('common.range', {
                from: monthName(month[0], language),
                to: monthName(month[1], language),
              }),
        ),
      ),
    });
  return perYear === undefined ? '' : say('route.step.sittings.perYear', { count: perYear });
}

const saySeason = ({ opens, closes }: NonNullable<Step['season']>, language: Language): string =>
  language.say('route.step.season.days', {
    opens: dayOfYear(opens, language),
    closes: dayOfYear(closes, language),
  });

const sayAttempts = ({ most, within }: NonNullable<Step['attempts']>, { say, duration }: Language): string =>
  within === undefined
    ? say('route.step.attempts.most', { count: most })
    : say('route.step.attempts.within', { count: most, period: duration({ min: within, max: within }) });

// A leap year has every day of every year.
const A_YEAR = 2028;

const monthName = (month: number, { format }: Language): string =>
  new Intl.DateTimeFormat(format, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(A_YEAR, month - 1));

const dayOfYear = (text: string, { format }: Language): string =>
  new Intl.DateTimeFormat(format, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(A_YEAR, Number(text.slice(0, 2)) - 1, Number(text.slice(3))),
  );

const percentOf = (share: number, { format }: Language): string =>
  new Intl.NumberFormat(format, { style: 'percent', maximumFractionDigits: 1 }).format(share);
