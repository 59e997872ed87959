import type { Route } from '../../acting/route.ts';
import { ACCOUNT_ROUTES } from './account.ts';
import { JOIN_ROUTES } from './join.ts';
import { MESSAGE_ROUTES } from './messages.ts';
import { PRIVACY_ROUTES } from './privacy.ts';
import { PROGRAM_ROUTES } from './programs.ts';
import { PROVIDER_ROUTES } from './providers.ts';
import { RECOVERY_ROUTES } from './recovery.ts';
import { SESSION_ROUTES } from './session.ts';

/** Every route of the platform. A new one is declared in a file beside this one and listed here. */
export const PLATFORM_ROUTES: readonly Route[] = [
  ...[...SESSION_ROUTES, ...JOIN_ROUTES, ...ACCOUNT_ROUTES],
  ...[...RECOVERY_ROUTES, ...PROGRAM_ROUTES, ...MESSAGE_ROUTES],
  ...[...PRIVACY_ROUTES, ...PROVIDER_ROUTES],
];
