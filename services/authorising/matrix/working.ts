/** Jobs of the platform itself. */
import type { ActRule } from './act-rule.ts';

export const WORKING = {
  'working.list-jobs': {
    summary: 'List the jobs: waiting, failing, given up',
    who: ['operator', 'console'],
    scope: 'anywhere',
    platformOnly: true,
    touches: [],
  },
  'working.show-job': {
    summary: 'Look at one job',
    who: ['operator', 'console'],
    scope: 'anywhere',
    platformOnly: true,
    touches: [],
  },
  'working.retry-job': {
    summary: 'Try a job again now',
    who: ['operator', 'console'],
    scope: 'anywhere',
    platformOnly: true,
    touches: [],
  },
} as const satisfies Readonly<Record<`working.${string}`, ActRule>>;
