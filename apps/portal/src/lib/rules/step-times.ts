/** When a step can be taken, in sentences: what its cited fields say and nothing else. */
import type { Step } from '@testamur/engines/recognition';
import type { Language } from '../language/language.ts';
import { LANGUAGES } from '../language/languages.ts';
import type { MessageKey } from '../language/messages.ts';
import { formatDuration, formatPeriod } from './amounts.ts';
import { type Cited, citedIn } from './cited.ts';

export type StepFact = {
  readonly key: MessageKey;
  readonly sentences: readonly string[];
  readonly cited: readonly Cited[];
};

export type SittingDay = { readonly on: string; readonly registerBy?: string };

export type StepTimes = {
  readonly facts: readonly StepFact[];
  /** Published days, each to be marked as a day. */
  readonly days: readonly SittingDay[];
};

type Sources = Parameters<typeof citedIn>[0];

export function viewStepTimes(step: Step, sources: Sources, language: Language): StepTimes {
  const { sittings, season, retakeAfter, attempts, passRate, study, partTime } = step;
  const fact = (
    key: MessageKey,
    said: { readonly cite: Parameters<typeof citedIn>[1] } | undefined,
    sentences: () => readonly string[],
  ): readonly StepFact[] => {
    if (said === undefined) return [];
    const told = sentences();
    return told.length === 0 ? [] : [{ key, sentences: told, cited: citedIn(sources, said.cite) }];
  };
  return {
    facts: [
      ...fact('rules.step.sittings', sittings, () => sittingSentences(sittings, language)),
      ...fact('rules.step.season', season, () => seasonSentences(season, language)),
      ...fact('rules.step.retake', retakeAfter, () => retakeSentences(retakeAfter, language)),
      ...fact('rules.step.attempts', attempts, () => attemptSentences(attempts, language)),
      ...fact('rules.step.passRate', passRate, () => passRateSentences(passRate, language)),
      ...fact('rules.step.study', study, () => studySentences(study, language)),
      ...fact('rules.step.partTime', partTime, () => partTimeSentences(partTime, language)),
    ],
    days: sittings?.dates ?? [],
  };
}

type Sentences<Name extends keyof Step> = (said: Step[Name], language: Language) => readonly string[];

const sittingSentences: Sentences<'sittings'> = (sittings, language) => {
  const { say, list } = language;
  if (sittings?.continuous === true) return [say('rules.step.sittings.continuous')];
  if (sittings?.months !== undefined) {
    const months = sittings.months.map((each) =>
      typeof each === 'number'
        ? monthName(each, language)
        : say('rules.step.sittings.span', {
            from: monthName(each[0], language),
            to: monthName(each[1], language),
          }),
    );
    return [say('rules.step.sittings.months', { months: list(months) })];
  }
  if (sittings?.dates !== undefined) return [say('rules.step.sittings.later')];
  if (sittings?.perYear === undefined) return [];
  return [say('rules.step.sittings.perYear', { count: sittings.perYear })];
};

const monthName = (month: number, { locale }: Language): string =>
  new Intl.DateTimeFormat(LANGUAGES[locale].format, { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, month - 1, 1)),
  );

/** `09-04` → `4 September`; a leap year, so that the 29th of February is a day. */
const dayOfYear = (text: string, { locale }: Language): string =>
  new Intl.DateTimeFormat(LANGUAGES[locale].format, {
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`2024-${text}T00:00:00Z`));

const seasonSentences: Sentences<'season'> = (season, language) =>
  season === undefined
    ? []
    : [
        language.say('rules.step.season.span', {
          opens: dayOfYear(season.opens, language),
          closes: dayOfYear(season.closes, language),
        }),
      ];

const retakeSentences: Sentences<'retakeAfter'> = (retake, language) => [
  ...(retake?.period === undefined
    ? []
    : [language.say('rules.step.retake.wait', { period: formatPeriod(retake.period, language) })]),
  ...(retake?.later ?? []).map(({ from, period }) =>
    language.say('rules.step.retake.later', { number: from, period: formatPeriod(period, language) }),
  ),
];

const attemptSentences: Sentences<'attempts'> = (attempts, language) => {
  if (attempts === undefined) return [];
  const { most: count, within } = attempts;
  if (within === undefined) return [language.say('rules.step.attempts.most', { count })];
  return [language.say('rules.step.attempts.within', { count, period: formatPeriod(within, language) })];
};

const share = (value: number, { locale }: Language): string =>
  new Intl.NumberFormat(LANGUAGES[locale].format, { style: 'percent', maximumFractionDigits: 1 }).format(
    value,
  );

const passRateSentences: Sentences<'passRate'> = (rate, language) =>
  rate === undefined
    ? []
    : [
        language.say('rules.step.passRate.value', {
          share: share(rate.value, language),
          population: rate.population,
          year: rate.year,
        }),
      ];

const studySentences: Sentences<'study'> = (study, language) => {
  if (study?.min !== undefined)
    return [
      formatDuration({ min: study.min, ...(study.max === undefined ? {} : { max: study.max }) }, language),
    ];
  return [language.say('rules.step.study.unknown')];
};

const partTimeSentences: Sentences<'partTime'> = (partTime, language) => {
  if (partTime?.allowed !== true) return [language.say('rules.step.partTime.no')];
  if (partTime.least === undefined) return [language.say('rules.step.partTime.yes')];
  return [language.say('rules.step.partTime.least', { share: share(partTime.least, language) })];
};
