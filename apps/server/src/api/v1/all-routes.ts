import type { Route } from '../../acting/route.ts';
import { ACCOUNT_ROUTES } from './account.ts';
import { APPROVAL_ROUTES } from './approvals.ts';
import { JOIN_ROUTES } from './join.ts';
import { MEMBER_ROUTES } from './members.ts';
import { MESSAGE_ROUTES } from './messages.ts';
import { ORGANISATION_ROUTES } from './organisations.ts';
import { PRIVACY_ROUTES } from './privacy.ts';
import { PROGRAM_ROUTES } from './programs.ts';
import { PROVIDER_ROUTES } from './providers.ts';
import { RECOVERY_ROUTES } from './recovery.ts';
import { SESSION_ROUTES } from './session.ts';
import { STANDING_IN_ROUTES } from './standing-in.ts';

/** Every route of the platform. A new one is declared in a file beside this one and listed here. */
export const PLATFORM_ROUTES: readonly Route[] = [
  ...[...SESSION_ROUTES, ...JOIN_ROUTES, ...ACCOUNT_ROUTES],
  ...[...ORGANISATION_ROUTES, ...MEMBER_ROUTES, ...STANDING_IN_ROUTES, ...APPROVAL_ROUTES],
  ...[...RECOVERY_ROUTES, ...PROGRAM_ROUTES, ...MESSAGE_ROUTES],
  ...[...PRIVACY_ROUTES, ...PROVIDER_ROUTES],
];
