import { expect, it } from 'vitest';
import type { RuleVersion } from '../language/pack.ts';
import { pack, rule, version } from '../small-law.fixture.ts';
import { lintOf } from './lint.fixture.ts';

const of = (name: string, more: Partial<RuleVersion>): RuleVersion =>
  version({ fact: 'person.a', equals: true }, { version: name, ...more });
const by = (anchor: string, range: { from?: string; to?: string }): Partial<RuleVersion> => ({
  inForce: { from: '2000-01-01' },
  appliesTo: { anchor, ...range },
});
const versionsOf = (...versions: readonly RuleVersion[]): readonly string[] => {
  const findings = lintOf(pack([rule('xx.rule', ...versions)])).filter(({ code }) =>
    ['LINT_VERSION_OVERLAP', 'LINT_VERSION_GAP', 'LINT_ANCHOR_PRECEDENCE'].includes(code),
  );
  return findings.map(({ severity, code, at, message }) =>
    `${severity} ${code} ${at.join('/')} ${/\d{4}-\d\d-\d\d/.exec(message)?.[0] ?? ''}`.trim(),
  );
};

const cases: readonly (readonly [string, readonly RuleVersion[], readonly string[]])[] = [
  ['one version for ever', [of('1', {})], []],
  [
    'two versions that meet',
    [
      of('1', { inForce: { from: '2000-01-01', to: '2010-01-01' } }),
      of('2', { inForce: { from: '2010-01-01' } }),
    ],
    [],
  ],
  [
    'two versions that share a day',
    [
      of('1', { inForce: { from: '2000-01-01', to: '2010-01-02' } }),
      of('2', { inForce: { from: '2010-01-01' } }),
    ],
    ['error LINT_VERSION_OVERLAP versions/1 2010-01-01'],
  ],
  [
    'a hole of one day',
    [
      of('1', { inForce: { from: '2000-01-01', to: '2010-01-01' } }),
      of('2', { inForce: { from: '2010-01-02' } }),
    ],
    ['warning LINT_VERSION_GAP versions/1 2010-01-01'],
  ],
  [
    'a version that ends before it begins',
    [of('1', { inForce: { from: '2010-01-01', to: '2009-01-01' } })],
    ['error LINT_VERSION_GAP versions/0'],
  ],
  [
    'a correction of the same version',
    [of('1', { recordedAt: '2001-01-01' }), of('1', { recordedAt: '2002-01-01' })],
    [],
  ],
  [
    'people told apart by one date',
    [
      of('1', by('pmq.graduatedOn', { to: '2010-01-01' })),
      of('2', by('pmq.graduatedOn', { from: '2010-01-01' })),
    ],
    [],
  ],
  [
    'people who fall to both',
    [
      of('1', by('pmq.graduatedOn', { to: '2010-01-02' })),
      of('2', by('pmq.graduatedOn', { from: '2010-01-01' })),
    ],
    ['error LINT_VERSION_OVERLAP versions/1 2000-01-01'],
  ],
  [
    'people nobody asks',
    [
      of('1', by('pmq.graduatedOn', { to: '2010-01-01' })),
      of('2', by('pmq.graduatedOn', { from: '2010-01-02' })),
    ],
    ['error LINT_VERSION_GAP versions/1 2010-01-01'],
  ],
  [
    'a cohort that two anchors touch',
    [
      of('1', by('pmq.graduatedOn', { to: '2010-01-01' })),
      of('2', by('pmq.enrolledOn', { from: '2005-01-01' })),
    ],
    ['error LINT_ANCHOR_PRECEDENCE versions/1 2000-01-01'],
  ],
  [
    'a rule for everybody beside one for a cohort',
    [of('1', by('pmq.graduatedOn', { to: '2010-01-01' })), of('2', { inForce: { from: '2000-01-01' } })],
    ['error LINT_VERSION_OVERLAP versions/1 2000-01-01'],
  ],
];
it.each(cases)('%s', (_name, versions, lines) => {
  expect(versionsOf(...versions)).toEqual(lines);
});
