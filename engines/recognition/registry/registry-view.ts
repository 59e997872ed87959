import { type Day, or } from '../../kernel/index.ts';
import {
  type AccreditationReason,
  accreditedByRecognisedOn,
  turningDaysOfSite,
} from './accredited-by-recognised.ts';
import type { Registry } from './registry.ts';

/** `silent`: no entry of grade A or B speaks of the day; what weaker entries say, if they agree, is in `weaker`. */
export type RegistryViewAnswer =
  | { readonly state: 'true' | 'false' }
  | { readonly state: 'silent'; readonly weaker?: boolean };

export type RegistryViewer = {
  readonly accredited: (
    school: string,
    on: { readonly lo: Day; readonly hi: Day },
    recogniser: string | undefined,
  ) => RegistryViewAnswer;
};

/**
 * What the operator `asOf` asks. For a day known as a range every day of it must give the same answer; otherwise the
 * registry is silent. An id that the registry does not know is answered with silence.
 */
export function registryViewOf(registry: Registry): RegistryViewer {
  return {
    accredited: (school, { lo, hi }, recogniser) => {
      const site = { school };
      const turns = turningDaysOfSite(registry, site, recogniser).filter((day) => day > lo && day <= hi);
      const answers = [lo, ...turns].map((day) =>
        answerOf(accreditedByRecognisedOn(registry, site, day, recogniser).reasons),
      );
      const [first] = answers;
      const same = answers.every((each) => each.state === first?.state && weakerOf(each) === weakerOf(first));
      return first !== undefined && same ? first : { state: 'silent' };
    },
  };
}

function answerOf(reasons: readonly AccreditationReason[]): RegistryViewAnswer {
  const strong = reasons.filter(({ grade }) => grade === 'A' || grade === 'B');
  const byStrong = strong.length === 0 ? 'unknown' : or(strong.map(({ truth }) => truth));
  if (byStrong !== 'unknown') return { state: byStrong };
  const byAll = reasons.length === 0 ? 'unknown' : or(reasons.map(({ truth }) => truth));
  return byAll === 'unknown' ? { state: 'silent' } : { state: 'silent', weaker: byAll === 'true' };
}

function weakerOf(answer: RegistryViewAnswer | undefined): boolean | undefined {
  return answer?.state === 'silent' ? answer.weaker : undefined;
}
