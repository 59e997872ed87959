/** `npm run packs -- lint|test [pack…]`: check the packs and run their cases with the reference interpreter. */
import path from 'node:path';
import { lintFaults, loadPacks, testPacks } from '@testamur/adapters/packs';
import { expectOk, parseDay } from '@testamur/engines/kernel';

const root = path.resolve(import.meta.dirname, '../packs');
const [verb = 'test', ...wanted] = process.argv.slice(2);
const today = expectOk(parseDay(new Date().toISOString().slice(0, 10)), 'the clock');
const set = loadPacks(root);
if (verb === 'lint') lint();
else if (verb === 'test') test();
else throw new Error(`No such command: ${verb}. Use lint or test.`);

function lint(): void {
  const faults = lintFaults(set, today, wanted);
  for (const { file, line, column, severity, code, message, mend } of faults) console.log(`packs/${file}:${line}:${column} ${severity} ${code} ${message} — ${mend}`);
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  console.log(`${errors} errors, ${faults.length - errors} warnings`);
  process.exitCode = errors > 0 ? 1 : 0;
}

function test(): void {
  let failed = 0;
  for (const { pack, passed, failures } of testPacks(set, wanted)) {
    for (const { file, line, column, name, problems } of failures) console.log(`packs/${file}:${line}:${column} ${name}\n    ${problems.join('\n    ')}`);
    console.log(`${pack}: ${passed} passed, ${failures.length} failed`);
    failed += failures.length;
  }
  process.exitCode = failed > 0 ? 1 : 0;
}
