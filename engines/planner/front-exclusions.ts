/** Which wish stands in the way, and what there would be without it. */
import type { Exclusion, FrontPoint, SearchProgress, Wishes, WishName } from './front.ts';
import { pointsOf } from './front-points.ts';
import type { RouteTarget } from './front-question.ts';
import { type FrontOptions, searchTargets } from './front-targets.ts';
import { ALL_WISHES, isGiven, isInCountries, isLeftOut, LEAVING_OUT } from './front-wishes.ts';
import type { Planning } from './planning.ts';

export type ExclusionQuestion = {
  readonly planning: Planning;
  readonly targets: readonly RouteTarget[];
  readonly wishes: Wishes;
  readonly options: FrontOptions;
};

/** Empty where even without any wish no way leads there: then no wish is to blame. */
export function* exclusionsOf(
  question: ExclusionQuestion,
): Generator<SearchProgress, readonly Exclusion[], undefined> {
  const given = ALL_WISHES.filter((name) => isGiven(question.wishes, name));
  if (given.length === 0) return [];
  const found: Exclusion[] = [];
  for (const wish of given) {
    const points = yield* pointsWithout(question, [wish]);
    const excluded = {
      wish,
      value: wordsOf(wish, question.wishes),
      excludes: excludedBy(wish, question),
    };
    const cheapest = points.find(({ bestAt }) => bestAt.includes('cheapest'));
    const fastest = points.find(({ bestAt }) => bestAt.includes('fastest'));
    found.push(
      cheapest === undefined || fastest === undefined ? excluded : { ...excluded, cheapest, fastest },
    );
  }
  if (found.some(({ cheapest }) => cheapest !== undefined)) return found;
  const free = yield* pointsWithout(question, given);
  return free.length > 0 ? found : [];
}

function* pointsWithout(
  { planning, targets, wishes, options }: ExclusionQuestion,
  names: readonly WishName[],
): Generator<SearchProgress, readonly FrontPoint[], undefined> {
  const left = Object.fromEntries(
    Object.entries(wishes).filter(([name]) => !names.some((each) => each === name)),
  ) as Wishes;
  const { candidates } = yield* searchTargets(planning, targets, left, options);
  return pointsOf(candidates, left);
}

function wordsOf(wish: WishName, wishes: Wishes): readonly string[] {
  const value = wishes[wish];
  if (typeof value === 'string') return [value];
  if (typeof value === 'boolean' || value === undefined) return [];
  return 'amount' in value ? [String(value.amount), value.currency] : value;
}

/** Routes and steps that a wish leaves out; a budget and a deadline leave out none by themselves. */
function excludedBy(wish: WishName, { planning, targets, wishes }: ExclusionQuestion): readonly string[] {
  const name = LEAVING_OUT.find((each) => each === wish);
  if (name === undefined) return [];
  const { book, law } = planning.law;
  const routes =
    name === 'excludedCountries'
      ? book.packs
          .filter((pack) => isInCountries(pack, wishes))
          .flatMap((pack) => pack.routes.map((each) => each.route))
      : [];
  const steps = [...law.steps.values()]
    .filter((step) => isLeftOut(name, wishes, step, planning))
    .map(({ step }) => step);
  const own = new Set(targets.map(({ route }) => route.route));
  return [...routes.filter((route) => own.has(route)), ...steps].sort();
}
