import { describe, expect, it } from 'vitest';
import { changedPreferences } from './changed-preferences.ts';
import type { PreferenceView } from './notice-view.ts';

const STORED: readonly PreferenceView[] = [
  { kind: 'approval-decided', channel: 'mail', isWanted: true },
  { kind: 'approval-decided', channel: 'portal', isWanted: false },
];

describe('what a form of preferences changes', () => {
  it.each<[readonly string[], readonly PreferenceView[]]>([
    [['approval-decided/mail'], []],
    [[], [{ kind: 'approval-decided', channel: 'mail', isWanted: false }]],
    [
      ['approval-decided/mail', 'approval-decided/portal'],
      [{ kind: 'approval-decided', channel: 'portal', isWanted: true }],
    ],
    // What is not offered cannot be chosen.
    [['approval-decided/mail', 'role-changed/mail'], []],
  ])('with %j ticked', (ticked, changed) => {
    expect(changedPreferences(STORED, new Set(ticked))).toEqual(changed);
  });
});
