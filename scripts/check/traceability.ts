/** Every line of a pack's fact sheet is a rule, a step, a note, or is left out for a reason; and is as it was when it was read. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lintFaults, type PackSet } from '@testamur/adapters/packs';
import { expectOk, parseDay } from '@testamur/engines/kernel';
import { type PackSuite, readLines } from '@testamur/engines/recognition';
import { composeLibrary } from '@testamur/server';
import { assessDossier, openLibrary, readQuestion } from '@testamur/services/recognising';
import { parse, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { barred, type Line } from '../../bench/line.ts';
import { openPacks, ROOT } from './open-packs.ts';
import type { CheckOptions } from './options.ts';
import { readSamples } from './read-samples.ts';

const CODES: ReadonlySet<string> = new Set([
  'LINT_LINE_MISSING',
  'LINT_LINE_CHANGED',
  'LINT_LINE_UNKNOWN',
  'LINT_LINE_TARGET',
]);
const today = () => expectOk(parseDay(new Date().toISOString().slice(0, 10)), 'the clock');

export async function* checkTraceability({ packs, facts, write, tell }: CheckOptions): AsyncIterable<Line> {
  if (facts === undefined) throw new Error('Name the folder of the fact sheets: --facts DIR.');
  if (write) writeMarks(openPacks(packs), packs, facts);
  const set = openPacks(packs);
  const faults = lintFaults(set, { today: today(), sheets: facts, wanted: packs }).filter(({ code }) =>
    CODES.has(code),
  );
  for (const { file, line, column, code, message } of faults)
    tell(`packs/${file}:${line}:${column} ${code} ${message}`);
  const decided = decidedForSamples();
  for (const { pack } of set.packs) {
    if (packs.length > 0 && !packs.includes(pack)) continue;
    const suite = set.suites.get(pack);
    tell(`${pack}: ${describeLines(suite)}; ${decided.get(pack) ?? 'no verdict of its own'}`);
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

/** What became of the lines: so many in the law, so many left out, for which reason. */
function describeLines(suite: PackSuite | undefined): string {
  const lines = suite?.traceability.flatMap(({ value }) => value.lines) ?? [];
  const count = (has: (line: (typeof lines)[number]) => boolean): number => lines.filter(has).length;
  const reasons = new Map<string, number>();
  for (const { not } of lines)
    if (not !== undefined) {
      const reason = /^(stands in|open question)/.test(not) ? 'open question' : not;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  const left = [...reasons].sort(([, a], [, b]) => b - a).map(([reason, times]) => `${times} × ${reason}`);
  return [
    `${count(({ not }) => not === undefined)} of ${lines.length} lines encoded (${count(({ rule }) => rule !== undefined)} as rules)`,
    ...(left.length === 0 ? [] : [`left out: ${left.join(', ')}`]),
  ].join('; ');
}

/** Of the requirements of all samples, how many each pack decides. */
function decidedForSamples(): ReadonlyMap<string, string> {
  const { law, registry } = expectOk(composeLibrary(path.join(ROOT, 'packs')), 'the packs that ship');
  const library = openLibrary(law, registry);
  const counts = new Map<string, { decided: number; unknown: number }>();
  for (const dossier of readSamples()) {
    const asked = readQuestion({ dossier }, { library, today: today(), latest: today() });
    for (const { pack, routes } of assessDossier(library, expectOk(asked, 'a sample')).authorities)
      for (const result of routes.flatMap(({ scope, requirements }) => [...scope, ...requirements])) {
        const held = counts.get(pack) ?? { decided: 0, unknown: 0 };
        held[result.verdict === 'unknown' ? 'unknown' : 'decided'] += 1;
        counts.set(pack, held);
      }
  }
  return new Map(
    [...counts].map(([pack, { decided, unknown }]) => [
      pack,
      `requirements of the samples: ${decided} decided, ${unknown} unknown`,
    ]),
  );
}

/** The marks stand at the end of each traceability.yaml; what is written by hand stays as it is. */
function writeMarks(set: PackSet, packs: readonly string[], facts: string): void {
  for (const { pack } of set.packs) {
    if (packs.length > 0 && !packs.includes(pack)) continue;
    const file = path.join(ROOT, 'packs/jurisdictions', pack, 'traceability.yaml');
    const document = parseDocument(readFileSync(file, 'utf8'));
    const sheets = [parse(readFileSync(file, 'utf8'))].flat() as { readonly sheet: string }[];
    const isList = Array.isArray(document.toJS());
    for (const [index, { sheet }] of sheets.entries()) {
      const marks = readLines(parse(readFileSync(path.join(facts, `${sheet}.yaml`), 'utf8')));
      if (Object.keys(marks).length === 0) continue;
      const node = document.createNode(marks) as YAMLMap<unknown, YAMLSeq>;
      for (const { value } of node.items) if (value !== null) value.flow = true;
      document.setIn(isList ? [index, 'read'] : ['read'], node);
    }
    writeFileSync(file, document.toString({ lineWidth: 0, flowCollectionPadding: true }));
  }
}
