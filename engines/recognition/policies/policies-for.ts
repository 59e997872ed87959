/** Which policies name a country on a day: by the editions that were read, and unknown where none of that day was. */
import type { Day } from '../../kernel/index.ts';
import { groupBy } from '../language/group-by.ts';
import { literalDay } from '../language/literals.ts';
import { countriesNamed, editionOf, type Policy } from './policy.ts';

export type PolicyAnswer =
  /** `edition`: what `policy` is an edition of, or its own id. */
  | { readonly edition: string; readonly state: 'named' | 'notNamed'; readonly policy: Policy }
  | {
      readonly edition: string;
      readonly state: 'unknown';
      /** The day lies before the first edition that was read, after the last of them, or past the day by which it is read again. */
      readonly because: 'beforeFirstRead' | 'afterLastRead' | 'reviewPassed';
      /** The edition nearest to the day. */
      readonly policy: Policy;
    };

/**
 * One answer for each policy, in the order of `policies`. A policy for everybody names every country.
 *
 * @example policiesFor(law, 'KE', on) // [{ edition: 'who-safeguards', state: 'notNamed', policy: … }, …]
 */
export function policiesFor(
  { policies }: { readonly policies: readonly Policy[] },
  country: string,
  on: Day,
): readonly PolicyAnswer[] {
  return [...groupBy(policies, editionOf)].flatMap(([edition, all]) => answerFrom(all, country, on, edition));
}

function answerFrom(
  all: readonly Policy[],
  country: string,
  on: Day,
  edition: string,
): readonly PolicyAnswer[] {
  const read = all.filter(isRead).sort((a, b) => (a.inForce.from < b.inForce.from ? -1 : 1));
  const [first] = read;
  const nearest = first ?? all[0];
  if (nearest === undefined) return [];
  const policy = read.findLast(({ inForce }) => literalDay(inForce.from) <= on);
  if (policy === undefined)
    return [{ edition, state: 'unknown', because: 'beforeFirstRead', policy: nearest }];
  const { to } = policy.inForce;
  if (to !== undefined && literalDay(to) <= on)
    return [{ edition, state: 'unknown', because: 'afterLastRead', policy }];
  if (on > literalDay(policy.reviewBy))
    return [{ edition, state: 'unknown', because: 'reviewPassed', policy }];
  return [{ edition, state: isNamedBy(policy, country) ? 'named' : 'notNamed', policy }];
}

type ReadPolicy = Policy & { readonly inForce: { readonly from: string; readonly to?: string } };

/** It is known whom it names, and since when. */
const isRead = (policy: Policy): policy is ReadPolicy =>
  policy.inForce.from !== undefined && !('notEstablished' in policy.appliesTo);

const isNamedBy = (policy: Policy, country: string): boolean =>
  'everywhere' in policy.appliesTo || countriesNamed(policy).includes(country);
