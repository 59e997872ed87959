import type { Step } from '@testamur/engines/recognition';
import type { MessageKey } from '../language/messages.ts';

/** In whose hands a step lies, in words. */
export const CONTROLLERS: Readonly<Record<Step['controller'], MessageKey>> = {
  self: 'results.controller.self',
  selection: 'results.controller.selection',
  authority: 'results.controller.authority',
};
