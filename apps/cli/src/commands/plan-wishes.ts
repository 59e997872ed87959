/** Options of the command line into wishes; what cannot be read is refused, all at once. */
import { err, makeMoney, ok, parseDay, type Result } from '@testamur/engines/kernel';
import type { Wishes } from '@testamur/engines/planner';
import type { InputProblem } from '../input/read-request.ts';

export type WishArguments = {
  readonly budget?: string | undefined;
  readonly deadline?: string | undefined;
  readonly notBefore?: string | undefined;
  readonly excludeCountries?: readonly string[] | undefined;
  readonly refuseSteps?: readonly string[] | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly noSelection: boolean;
  readonly hops?: string | undefined;
};

export type AskedWishes = { readonly wishes: Wishes; readonly hopLimit?: number };

export function readWishes(given: WishArguments): Result<AskedWishes, readonly InputProblem[]> {
  const problems: InputProblem[] = [];
  const budget = readBudget(given.budget, problems);
  for (const [name, day] of [
    ['deadline', given.deadline],
    ['not-before', given.notBefore],
  ] as const)
    if (day !== undefined && !parseDay(day).ok)
      problems.push({
        code: 'INPUT_ARGUMENTS',
        message: `--${name} ${JSON.stringify(day)} is not a day.`,
        hint: 'Write it as 2027-03-31.',
      });
  if (given.hops !== undefined && !/^[0-3]$/.test(given.hops))
    problems.push({
      code: 'INPUT_ARGUMENTS',
      message: `--hops ${JSON.stringify(given.hops)} is not a number from 0 to 3.`,
      hint: 'It is the number of licences that may be obtained on the way.',
    });
  if (problems.length > 0) return err(problems);
  const { deadline, notBefore, excludeCountries, refuseSteps, languages } = given;
  return ok({
    wishes: {
      ...(budget === undefined ? {} : { budget }),
      ...(deadline === undefined ? {} : { deadline }),
      ...(notBefore === undefined ? {} : { notBefore }),
      ...(excludeCountries === undefined ? {} : { excludedCountries: excludeCountries }),
      ...(refuseSteps === undefined ? {} : { refusedSteps: refuseSteps }),
      ...(languages === undefined ? {} : { willLearn: languages }),
      ...(given.noSelection ? { excludeSelection: true } : {}),
    },
    ...(given.hops === undefined ? {} : { hopLimit: Number(given.hops) }),
  });
}

function readBudget(text: string | undefined, problems: InputProblem[]): Wishes['budget'] {
  if (text === undefined) return undefined;
  const [, amount, currency] = /^\s*(\d+(?:\.\d+)?)\s*([A-Z]{3})\s*$/.exec(text) ?? [];
  const money =
    amount === undefined || currency === undefined ? undefined : makeMoney(Number(amount), currency);
  if (money?.ok) return money.value;
  problems.push({
    code: 'INPUT_ARGUMENTS',
    message: `--budget ${JSON.stringify(text)} is not an amount with its currency.`,
    hint: 'Write it as "2000 EUR".',
  });
  return undefined;
}
