/** How sure it is that nothing better was missed, in plain words. */
import type { FrontCertificate, FrontPoint } from '@testamur/engines/planner';
import type { Language } from '../language/language.ts';
import { showDays } from '../results/show-plan.ts';

export function sayCertificate(
  { claim, hopLimit, lowerBounds, gap }: FrontCertificate,
  points: readonly Pick<FrontPoint, 'undetermined'>[],
  language: Language,
): string {
  const { say, money } = language;
  if (claim === 'exact')
    return say(
      points.some(({ undetermined }) => undetermined) ? 'route.proof.exactOpen' : 'route.proof.exact',
      { count: hopLimit },
    );
  const cost = lowerBounds.cost.map((each) => money(each)).join(' + ');
  const days = showDays(lowerBounds.days, language);
  const least = gap.days === 0 && gap.cost.length === 0;
  if (least) return say('route.proof.gapNone', { count: hopLimit });
  return cost === ''
    ? say('route.proof.gapTime', { count: hopLimit, days })
    : say('route.proof.gap', { count: hopLimit, days, cost });
}
