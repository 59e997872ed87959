import { foundPlatform } from '@testamur/services/institutions';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { cannotRun, refuse } from '../../refuse.ts';
import { type Chosen, withKeys } from '../db/open-chosen.ts';

export type InviteArguments = Chosen & {
  readonly name: string;
  readonly url: string;
  readonly hours: string;
};

const MOST_HOURS = 168;

/**
 * `testamur admin invite`: a one-time link for the first administrator of the platform. No mail is sent. The secret stands behind the `#`, which
 * browsers send to no server, so it is in no log.
 */
export async function runInvite(given: InviteArguments, host: Host): Promise<ExitCode> {
  const hours = Number(given.hours);
  if (!Number.isInteger(hours) || hours < 1 || hours > MOST_HOURS)
    return refuse(
      [
        {
          code: 'INPUT_ARGUMENTS',
          option: '--hours',
          message: `${given.hours} is no whole number from 1 to ${MOST_HOURS}.`,
        },
      ],
      host,
      given,
    );
  if (!URL.canParse(given.url) || !/^https?:$/.test(new URL(given.url).protocol))
    return refuse(
      [{ code: 'INPUT_ARGUMENTS', option: '--url', message: `${given.url} is no address of a website.` }],
      host,
      given,
    );
  return withKeys(given, host, async (database) => {
    const { openPlatform } = await import('@testamur/server');
    const platform = openPlatform(database);
    const now = Date.now();
    const expiresAt = new Date(now + hours * 3_600_000).toISOString();
    const request = { actor: { kind: 'console' }, at: new Date(now).toISOString(), site: 'console' } as const;
    const invited = await foundPlatform(platform, request, { name: given.name, expiresAt });
    if (!invited.ok) return cannotRun(invited.error, host, given.json);
    const link = `${given.url.replace(/\/+$/, '')}/join#${invited.value.secret}`;
    host.write(
      given.json
        ? `${JSON.stringify({ schema: 'testamur/admin-invited/1', organisation: invited.value.organisation, link, expiresAt })}\n`
        : `${link}\n\nThis link makes whoever opens it first administrator of ${given.name}. It serves once, until ${expiresAt}.\n`,
    );
    return EXIT.answered;
  });
}
