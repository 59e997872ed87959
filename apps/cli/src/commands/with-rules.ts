import path from 'node:path';
import { readRuleBase } from '@testamur/adapters/library';
import type { Values } from '../command-line.ts';
import type { Host } from '../host.ts';

/** The world of a command on the law of a published rule base, where `--rules` names one. */
export function withRules(values: Values, host: Host): Host {
  const folder = values.text('rules');
  return folder === undefined ? host : { ...host, library: () => readRuleBase(path.resolve(folder)) };
}
