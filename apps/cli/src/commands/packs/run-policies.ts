/** `testamur packs policies`: all of them, or how each stands to a country on a day. */
import { formatDay, ok, parseDay, quoteText } from '@testamur/engines/kernel';
import { policiesFor } from '@testamur/engines/recognition';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { refuse } from '../../refuse.ts';
import { showPolicies } from '../../show/packs-policies.ts';
import { openWholePacks } from './open-packs.ts';

export type PoliciesArguments = {
  readonly country?: string | undefined;
  readonly on?: string | undefined;
  readonly folder?: string | undefined;
  readonly json: boolean;
};

export async function runPolicies(given: PoliciesArguments, host: Host): Promise<ExitCode> {
  const on = given.on === undefined ? ok(host.today) : parseDay(given.on);
  if (!on.ok) {
    const [message, hint] = ['This is no day.', 'Write a day such as 2023-03-08.'];
    return refuse([{ code: 'INPUT_ARGUMENTS', option: '--on', message, hint }], host, given);
  }
  const opened = await openWholePacks({ ...given, wanted: [], lawOnly: true }, host);
  if (typeof opened === 'number') return opened;
  const { set, progress } = opened;
  progress.stop();
  const country = given.country?.toUpperCase();
  const known = set.vocabulary.codeLists.get('countries')?.entries ?? [];
  const name = known.find(({ code }) => code === country)?.label;
  if (country !== undefined && name === undefined) {
    const message = `No country has the code ${quoteText(given.country ?? '')}.`;
    const hint = 'Give a code of ISO 3166-1 such as KE.';
    return refuse([{ code: 'INPUT_ARGUMENTS', option: '--country', message, hint }], host, given);
  }
  const policies =
    country === undefined
      ? set.policies.map((policy) => ({ policy }))
      : policiesFor(set, country, on.value).map(({ edition: _edition, ...each }) => each);
  const asked = { on: formatDay(on.value), ...(country === undefined ? {} : { country }) };
  host.write(
    given.json
      ? `${JSON.stringify({ schema: 'testamur/pack-policies/1', ...asked, policies })}\n`
      : showPolicies(policies, name),
  );
  return EXIT.answered;
}
