/** The packs of a folder and those of them that are asked for; what every verb of packs begins with. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { lintFaults, loadLaw, loadPacks, type PackSet } from '@testamur/adapters/packs';
import { err, ok, type Result } from '@testamur/engines/kernel';
import { choosePacks } from '@testamur/services/recognising';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import type { InputProblem } from '../../input/read-request.ts';
import { type Progress, startProgress } from '../../progress.ts';
import { refuse } from '../../refuse.ts';
import { showFaults } from '../../show/packs.ts';

export type PacksAsked = {
  readonly wanted: readonly string[];
  readonly folder?: string | undefined;
  readonly json: boolean;
  /** Cases, stories and traceability are not asked for, and not read. */
  readonly lawOnly?: boolean;
};

export type OpenPacks = {
  readonly folder: string;
  readonly set: PackSet;
  /** Ids of packs; none given means all. */
  readonly wanted: readonly string[];
  readonly progress: Progress;
};

/** An exit code where there is nothing to go on with: what is wrong has been said. */
export async function openPacks(given: PacksAsked, host: Host): Promise<OpenPacks | ExitCode> {
  const folder = path.resolve(given.folder ?? host.packsFolder);
  if (!existsSync(path.join(folder, 'vocabulary'))) {
    const message = `${given.folder ?? folder} holds no packs.`;
    const hint = 'Give the folder that holds vocabulary and jurisdictions.';
    return refuse([{ code: 'INPUT_ARGUMENTS', option: '--folder', message, hint }], host, given);
  }
  const progress = await startProgress(host, 'Reading the packs');
  const set = given.lawOnly ? loadLaw(folder) : loadPacks(folder);
  const wanted = idsOf(given.wanted, set);
  if (wanted.ok) return { folder, set, wanted: wanted.value, progress };
  progress.stop();
  return refuse(wanted.error, host, given);
}

/** The same for verbs that need whole packs: where one cannot be read, lint speaks in their stead. */
export async function openWholePacks(given: PacksAsked, host: Host): Promise<OpenPacks | ExitCode> {
  const opened = await openPacks(given, host);
  if (typeof opened === 'number') return opened;
  const { folder, set, wanted, progress } = opened;
  if (unreadIn(set, wanted).length === 0) return opened;
  const faults = lintFaults(given.lawOnly ? loadPacks(folder) : set, { today: host.today, wanted });
  progress.stop();
  host.write(
    given.json ? `${JSON.stringify({ schema: 'testamur/pack-faults/1', faults })}\n` : showFaults(faults),
  );
  return EXIT.faultsFound;
}

/** By id or by jurisdiction; a pack that could not be read has only its id, which is the name of its folder. */
function idsOf(wanted: readonly string[], set: PackSet): Result<readonly string[], readonly InputProblem[]> {
  const known = [...set.suites.keys()].map(
    (id) => set.packs.find(({ pack }) => pack === id) ?? { pack: id, jurisdiction: id },
  );
  const chosen = choosePacks(wanted, known);
  if (chosen.ok) return ok(chosen.value.map(({ pack }) => pack));
  return err(chosen.error.map(({ at: _at, ...problem }) => problem));
}

/** Files that could not be read: of the packs asked for, and those that all packs share. */
export const unreadIn = (set: PackSet, wanted: readonly string[]): PackSet['problems'] =>
  set.problems.filter(({ file }) => {
    const pack = /^jurisdictions\/([^/]+)\//.exec(file)?.[1];
    return pack === undefined || wanted.length === 0 || wanted.includes(pack);
  });
