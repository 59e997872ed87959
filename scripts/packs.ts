/** `npm run packs -- lint|test|mutate|show [pack…]`: check the packs, run their cases, count the mutants that no case notices. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { lintFaults, loadPacks, mutatePacks, summarisePack, testPacks } from '@testamur/adapters/packs';
import { expectOk, parseDay } from '@testamur/engines/kernel';

const root = path.resolve(import.meta.dirname, '../packs');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sheets: { type: 'string' }, sample: { type: 'string' }, seed: { type: 'string' } },
});
const options = {
  ...(values.sample === undefined ? {} : { sample: Number(values.sample) }),
  ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
};
const [verb = 'test', ...wanted] = positionals;
const today = expectOk(parseDay(new Date().toISOString().slice(0, 10)), 'the clock');
const set = loadPacks(root);
const strange = wanted.filter((pack) => !set.suites.has(pack));
if (strange.length > 0)
  throw new Error(`No such pack: ${strange.join(', ')}. There are ${[...set.suites.keys()].join(', ')}.`);
if (verb === 'lint') lint();
else if (verb === 'test') test();
else if (verb === 'mutate') mutate();
else if (verb === 'show') show();
else throw new Error(`No such command: ${verb}. Use lint, test, mutate or show.`);

function lint(): void {
  const faults = lintFaults(set, {
    today,
    wanted,
    ...(values.sheets === undefined ? {} : { sheets: values.sheets }),
  });
  for (const { file, line, column, severity, code, message, mend } of faults)
    console.log(`packs/${file}:${line}:${column} ${severity} ${code} ${message} — ${mend}`);
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  console.log(`${errors} errors, ${faults.length - errors} warnings`);
  process.exitCode = errors > 0 ? 1 : 0;
}

function test(): void {
  let failed = 0;
  for (const { pack, passed, failures, decided, unknown } of testPacks(set, wanted)) {
    for (const { file, line, column, name, problems } of failures)
      console.log(`packs/${file}:${line}:${column} ${name}\n    ${problems.join('\n    ')}`);
    console.log(
      `${pack}: ${passed} passed, ${failures.length} failed; in its stories ${decided} requirements decided, ${unknown} unknown`,
    );
    failed += failures.length;
  }
  process.exitCode = failed > 0 ? 1 : 0;
}

function mutate(): void {
  let poor = 0;
  for (const { pack, mutants, killed, equivalent, provedEqual, survivors, wrongClaims, score } of mutatePacks(
    set,
    wanted,
    options,
  )) {
    for (const { rule, id } of survivors)
      console.log(`- { rule: ${rule}, mutant: ${JSON.stringify(id)}, reason: "" }`);
    for (const { rule, mutant, problem } of wrongClaims)
      console.log(`equivalent.yaml: ${rule} ${mutant}: ${problem}`);
    console.log(
      `${pack}: ${(100 * score).toFixed(1)} % (${mutants} mutants, ${killed} killed, ${equivalent} listed as equal, ${provedEqual} of them proved, ${survivors.length} survive)`,
    );
    if (score < 0.9 || wrongClaims.length > 0) poor += 1;
  }
  process.exitCode = poor > 0 ? 1 : 0;
}

function show(): void {
  const packs = set.packs.filter(({ pack }) => wanted.length === 0 || wanted.includes(pack));
  for (const pack of packs) console.log(JSON.stringify(summarisePack(set, pack), null, 2));
}
