import type { PreferenceView } from './notice-view.ts';

export const fieldOf = ({ kind, channel }: Pick<PreferenceView, 'kind' | 'channel'>): string =>
  `${kind}/${channel}`;

/** Which preferences a form changes: a box that is ticked is sent, one that is not is not. */
export function changedPreferences(
  stored: readonly PreferenceView[],
  ticked: ReadonlySet<string>,
): readonly PreferenceView[] {
  return stored
    .map((one) => ({ ...one, isWanted: ticked.has(fieldOf(one)) }))
    .filter(({ isWanted }, index) => isWanted !== stored[index]?.isWanted);
}
