/** Stopping and going on. */
import type { ActRule } from './act-rule.ts';

export const OPERATING = {
  'operating.halt-acts': {
    summary: 'Halt what Testamur vouches for, or everything that writes',
    who: ['administrator', 'operator'],
    scope: 'organisation',
    platformOnly: true,
    goesOn: true,
    touches: [['halts', 'create', 'of-organisation']],
  },
  'operating.lift-halt': {
    summary: 'Lift every halt',
    who: ['administrator', 'operator'],
    scope: 'organisation',
    platformOnly: true,
    stepUp: true,
    goesOn: true,
    touches: [['halts', 'change', 'of-organisation']],
  },
  'operating.halt-at-machine': {
    summary: 'Halt what Testamur vouches for, or everything that writes, at the machine',
    who: ['console'],
    scope: 'anywhere',
    goesOn: true,
    touches: [['halts', 'create', 'of-platform']],
  },
  'operating.lift-at-machine': {
    summary: 'Lift every halt, at the machine',
    who: ['console'],
    scope: 'anywhere',
    goesOn: true,
    touches: [['halts', 'change', 'of-platform']],
  },
} as const satisfies Readonly<Record<`operating.${string}`, ActRule>>;
