/** `npm run bench [name…] [-- --json]`: figures and ratios, one after the other; exit code 1 when one does not hold. */
import { parseArgs } from 'node:util';
import { benchAffected } from './benches/affected.ts';
import { benchColumns } from './benches/batch-columns.ts';
import { benchLaw } from './benches/batch-law.ts';
import { benchCredentials } from './benches/credentials.ts';
import { benchDossier } from './benches/dossier.ts';
import { benchExplain } from './benches/explain.ts';
import { benchLog } from './benches/log.ts';
import { benchOverload } from './benches/overload.ts';
import { benchPlanner } from './benches/planner.ts';
import { benchRls } from './benches/rls.ts';
import { benchSearch } from './benches/search.ts';
import { benchSecondStart } from './benches/second-start.ts';
import { type Line, tableOf } from './line.ts';

const BENCHES: Readonly<Record<string, () => AsyncIterable<Line>>> = {
  explain: benchExplain,
  'batch-columns': benchColumns,
  'batch-law': benchLaw,
  affected: benchAffected,
  credentials: benchCredentials,
  dossier: benchDossier,
  log: benchLog,
  overload: benchOverload,
  planner: benchPlanner,
  rls: benchRls,
  search: benchSearch,
  start: benchSecondStart,
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const names = Object.keys(BENCHES);
const chosen = names.filter(
  (name) => positionals.length === 0 || positionals.some((word) => name.startsWith(word)),
);
if (chosen.length === 0)
  throw new Error(`No such bench: ${positionals.join(', ')}. There are ${names.join(', ')}.`);

const lines: Line[] = [];
for (const name of chosen) {
  if (values.json !== true) process.stderr.write(`${name} …\n`);
  for await (const line of BENCHES[name]?.() ?? []) {
    lines.push(line);
    if (values.json === true) console.log(JSON.stringify(line));
  }
}
if (values.json !== true) console.log(tableOf(lines));
process.exitCode = lines.every(({ holds }) => holds) ? 0 : 1;
