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
  const values = { cost: showCost(point.cost, language).text, time: showTime(point.time, language).text };
  return `${why} ${say(wish === 'deadline' ? 'results.excluded.fastest' : 'results.excluded.cheapest', values)}`;
}

function wordsOf(wish: Exclusion['wish'], value: readonly string[], language: Language): string {
  const [first = '', second = ''] = value;
  if (wish === 'budget') return language.money({ amount: Number(first), currency: second });
  if (wish === 'deadline' || wish === 'notBefore') return language.day(first);
  if (wish === 'excludedCountries') return language.list(value.map(language.country));
  if (wish === 'willLearn') return language.list(value.map(language.languageName));
  return '';
}
