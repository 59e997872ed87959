import type { RuleBase } from '@testamur/adapters/library';
import { publishPacks } from '@testamur/services/publishing';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { cannotRun } from '../../refuse.ts';
import { type Chosen, withKeys } from '../db/open-chosen.ts';
import { configurationOf } from '../keep/read-environment.ts';

/** Says in the public log which rule base was released, from the console, for the platform's own organisation. The id of the leaf, or why not. */
export async function announceRuleBase(
  { hash, publishedOn, packs }: RuleBase,
  given: Chosen & { readonly organisation: string },
  host: Host,
): Promise<string | ExitCode> {
  const configuration = await configurationOf(given, host);
  if (typeof configuration === 'number') return configuration;
  let leaf: string | undefined;
  const code = await withKeys(given, host, async (database) => {
    const { openHaltSwitch, openPlatform } = await import('@testamur/server');
    const platform = openPlatform(database, openHaltSwitch(database, configuration.haltFile));
    const { organisation } = given;
    const at = new Date().toISOString();
    const request = { actor: { kind: 'console' }, organisation, at, site: 'console' } as const;
    const published = packs.map(({ pack, version, law }) => ({ pack, version, sha256: law.sha256 }));
    const said = await publishPacks(platform, request, { ruleBase: hash, publishedOn, packs: published });
    if (!said.ok) return cannotRun(said.error, host, given.json);
    leaf = said.value.leafId;
    return EXIT.answered;
  });
  return leaf ?? code;
}
