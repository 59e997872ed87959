/**
 * `npm run check [name…] [-- --json]`: the long checks that are no timings. Exit code 1 when one does not hold.
 *
 * - `affected` people under two laws by columns against person by person: `--records N` / 20 for each of some laws
 * - `clock` the clock jumps between acts: nothing ends twice, nothing ended serves again
 * - `credentials-fuzz` credentials changed at random: none passes with another meaning, none is thrown on, `--inputs N` (1 000 000)
 * - `differential` every back end against the reference: `--records N` per pack (100 000), `--pack gb`, `--afresh`
 * - `erase` people are erased and every byte that is left is read: data, log, backups, copies of keys
 * - `kills` acts acknowledged and lost over kill -9, on both engines, `--kills N` (200)
 * - `jobs` processes that act and send letters, killed at moments of chance: none lost, none seen twice
 * - `disk-full` the disk fills while people write: no wrong acknowledgement, nothing lost
 * - `lock` a second process on the data folder is refused, of many heirs one inherits
 * - `log-faults` a fault at every file call of the log, then a new process, with and without a loss of power
 * - `mutation` how many mutants of the law its cases notice, `--pack gb`
 * - `planner` the fronts of cost and time against brute force and HiGHS
 * - `portal` barriers, the criteria new in WCAG 2.2, weight and a slow line, of the portal as it is built
 * - `restore` backup and restore on and across all databases, every table compared
 * - `tamper` logs rewritten, cut short, forked, altered, signed anew: all noticed
 * - `traceability` every line of the fact sheets is accounted for, and is as it was read: `--facts DIR`, `--write`
 * - `upgrade` a database of each earlier schema, opened by this release
 */
import { parseArgs } from 'node:util';
import { type Line, tableOf } from '../bench/line.ts';
import { checkAffected } from './check/affected.ts';
import { checkCredentialsFuzz } from './check/credentials-fuzz.ts';
import { checkDifferential } from './check/differential.ts';
import { checkErase } from './check/erase.ts';
import { checkJobs } from './check/jobs.ts';
import { checkClock } from './check/keeping/clock.ts';
import { checkDiskFull } from './check/keeping/disk-full.ts';
import { checkLock } from './check/keeping/lock.ts';
import { checkRestore } from './check/keeping/restore.ts';
import { checkUpgrade } from './check/keeping/upgrade.ts';
import { checkKills } from './check/kills.ts';
import { checkLogFaults } from './check/log-faults.ts';
import { checkMutation } from './check/mutation.ts';
import type { CheckOptions } from './check/options.ts';
import { checkPlanner } from './check/planner.ts';
import { checkPortal } from './check/portal.ts';
import { checkTamper } from './check/tamper.ts';
import { checkTraceability } from './check/traceability.ts';

const CHECKS: Readonly<Record<string, (options: CheckOptions) => AsyncIterable<Line>>> = {
  affected: checkAffected,
  clock: checkClock,
  'credentials-fuzz': checkCredentialsFuzz,
  differential: checkDifferential,
  erase: checkErase,
  kills: checkKills,
  jobs: checkJobs,
  'disk-full': checkDiskFull,
  lock: checkLock,
  'log-faults': checkLogFaults,
  mutation: checkMutation,
  planner: checkPlanner,
  portal: checkPortal,
  restore: checkRestore,
  tamper: checkTamper,
  traceability: checkTraceability,
  upgrade: checkUpgrade,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    afresh: { type: 'boolean' },
    records: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '200' },
    inputs: { type: 'string', default: '1000000' },
    pack: { type: 'string', multiple: true, default: [] },
    facts: { type: 'string' },
    write: { type: 'boolean' },
  },
});
const strange = positionals.filter((name) => CHECKS[name] === undefined);
if (strange.length > 0)
  throw new Error(`No such check: ${strange.join(', ')}. There are ${Object.keys(CHECKS).join(', ')}.`);
const records = Number(values.records);
if (!Number.isInteger(records) || records < 1) throw new Error('--records takes a whole number from 1.');
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 1) throw new Error('--kills takes a whole number from 1.');
const inputs = Number(values.inputs);
if (!Number.isInteger(inputs) || inputs < 1) throw new Error('--inputs takes a whole number from 1.');

const options: CheckOptions = {
  inputs,
  records,
  kills,
  packs: values.pack,
  facts: values.facts,
  write: values.write === true,
  afresh: values.afresh === true,
  tell: (words) => process.stderr.write(`${words}\n`),
};
const lines: Line[] = [];
for (const name of positionals.length > 0 ? positionals : namesFor(options)) {
  for await (const line of CHECKS[name]?.(options) ?? []) {
    lines.push(line);
    if (values.json === true) console.log(JSON.stringify(line));
  }
}
if (values.json !== true) console.log(tableOf(lines));
process.exitCode = lines.every(({ holds }) => holds) ? 0 : 1;

/** The fact sheets lie outside the product: without a folder of them there is nothing to trace. */
function namesFor({ facts, tell }: CheckOptions): readonly string[] {
  if (facts === undefined) tell('traceability is left out: name the folder of the fact sheets with --facts.');
  return Object.keys(CHECKS).filter((name) => name !== 'traceability' || facts !== undefined);
}
