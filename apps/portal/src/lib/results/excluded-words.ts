/** Why her wishes leave no way to an authority, and what the nearest way beyond them would be. */
import type { Exclusion, Front } from '@testamur/engines/planner';
import type { Language } from '../language/language.ts';
import type { MessageKey } from '../language/messages.ts';
import { showCost, showTime } from './show-plan.ts';

const KEYS: Readonly<Record<Exclusion['wish'], MessageKey>> = {
  budget: 'results.excluded.budget',
  deadline: 'results.excluded.deadline',
  notBefore: 'results.excluded.notBefore',
  excludedCountries: 'results.excluded.countries',
  refusedSteps: 'results.excluded.steps',
  willLearn: 'results.excluded.languages',
  excludeSelection: 'results.excluded.selection',
};

/** Where no price at all is known, none is named. */
const CHEAPEST = { priced: 'results.excluded.cheapest', unpriced: 'results.excluded.cheapestOpen' } as const;
const FASTEST = { priced: 'results.excluded.fastest', unpriced: 'results.excluded.fastestOpen' } as const;

export function excludedWords({ excludedBy }: Pick<Front, 'excludedBy'>, language: Language): string {
  const alone = excludedBy.filter(({ cheapest }) => cheapest !== undefined);
  if (alone.length === 0) return language.say('results.excluded.together');
  return alone.map((exclusion) => sentenceOf(exclusion, language)).join(' ');
}

function sentenceOf({ wish, value, cheapest, fastest }: Exclusion, language: Language): string {
  const { say } = language;
  const why = say(KEYS[wish], { value: wordsOf(wish, value, language) });
  const point = wish === 'deadline' ? fastest : cheapest;
  if (point === undefined) return why;
  const cost = showCost(point.cost, language);
  const time = showTime(point.time, language).text;
  const keys = wish === 'deadline' ? FASTEST : CHEAPEST;
  return `${why} ${cost.isKnown ? say(keys.priced, { cost: cost.text, time }) : say(keys.unpriced, { time })}`;
}

function wordsOf(wish: Exclusion['wish'], value: readonly string[], language: Language): string {
  const [first = '', second = ''] = value;
  if (wish === 'budget') return language.money({ amount: Number(first), currency: second });
  if (wish === 'deadline' || wish === 'notBefore') return language.day(first);
  if (wish === 'excludedCountries') return language.list(value.map(language.country));
  if (wish === 'willLearn') return language.list(value.map(language.languageName));
  return '';
}
