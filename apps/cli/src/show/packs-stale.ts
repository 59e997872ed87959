import type { Citation } from '@testamur/engines/kernel';
import type { Review, StaleReport } from '@testamur/engines/recognition';

/** Each wording that is due, and below it where it was read. */
export function showStale({ on, until, maintainers, packs, policies }: StaleReport): string {
  const due = maintainers.flatMap(({ maintainer, reviews }) => [
    `${maintainer}: ${countOf(reviews, 'overdue')} overdue, ${countOf(reviews, 'due')} due by ${until}`,
    ...reviews.flatMap((review) => [
      `  ${review.reviewBy}  ${whenIs(review)}  ${review.of}`,
      ...review.citations.map((citation) => `      ${showCitation(citation)}`),
    ]),
    '',
  ]);
  const rest = policies.flatMap((review) => [
    `  ${review.reviewBy}  ${whenIs(review)}  ${review.policy}`,
    ...review.citations.map((citation) => `      ${showCitation(citation)}`),
  ]);
  if (rest.length > 0)
    due.push(
      `policies: ${countOf(policies, 'overdue')} overdue, ${countOf(policies, 'due')} due by ${until}`,
      ...rest,
      '',
    );
  const citations = packs.reduce((sum, pack) => sum + pack.citations, 0);
  const undated = packs.reduce((sum, pack) => sum + pack.undated, 0);
  const [next] = packs.flatMap(({ nextReview }) => nextReview ?? []).toSorted();
  return [
    ...(due.length === 0 ? [`Nothing is due by ${until}, seen from ${on}.`] : due),
    `${packs.length} packs, ${citations} citations, ${undated} of them seen on a day that is not known${next === undefined ? '' : `; the first review is by ${next}`}`,
    '',
  ].join('\n');
}

type Dated = Pick<Review, 'state' | 'daysLeft'>;

const countOf = (reviews: readonly Dated[], state: Review['state']): number =>
  reviews.filter((review) => review.state === state).length;

const whenIs = ({ daysLeft }: Dated): string =>
  daysLeft < 0 ? `${-daysLeft} days over` : daysLeft === 0 ? 'today' : `in ${daysLeft} days`;

const showCitation = ({ source, locator, seen, grade, url, citation }: Citation): string =>
  `${source}, ${locator} (${grade}, ${seen === 'undated' ? 'seen on no known day' : `seen ${seen}`}) ${url ?? citation ?? ''}`.trimEnd();
