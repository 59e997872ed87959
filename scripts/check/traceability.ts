/** Every line of a pack's fact sheet is a rule, a step, a note, or is left out for a reason. */
import { lintFaults } from '@testamur/adapters/packs';
import { expectOk, parseDay } from '@testamur/engines/kernel';
import { barred, type Line } from '../../bench/line.ts';
import { openPacks } from './open-packs.ts';
import type { CheckOptions } from './options.ts';

const CODES: ReadonlySet<string> = new Set(['LINT_LINE_MISSING', 'LINT_LINE_UNKNOWN', 'LINT_LINE_TARGET']);

export async function* checkTraceability({ packs, sheets, tell }: CheckOptions): AsyncIterable<Line> {
  if (sheets === undefined) throw new Error('Name the folder of the fact sheets: --sheets DIR.');
  const set = openPacks(packs);
  const today = expectOk(parseDay(new Date().toISOString().slice(0, 10)), 'the clock');
  const faults = lintFaults(set, { today, sheets, wanted: packs }).filter(({ code }) => CODES.has(code));
  for (const { file, line, column, code, message } of faults)
    tell(`packs/${file}:${line}:${column} ${code} ${message}`);
  for (const { pack } of set.packs) {
    if (packs.length > 0 && !packs.includes(pack)) continue;
    const own = faults.filter(({ file }) => file.startsWith(`jurisdictions/${pack}/`));
    yield barred({
      id: `traceability.${pack}`,
      value: own.length,
      unit: 'lines not accounted for',
      bar: 0,
      better: 'lower',
    });
  }
}
