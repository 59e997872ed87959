/** `npm run packs -- test [pack…]`: run the cases of the packs with the reference interpreter. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { loadPacks, readYaml } from '@testamur/adapters/packs';
import { type Bench, checkCase, evaluateCase, type RuleCase } from '@testamur/engines/recognition';

const root = path.resolve(import.meta.dirname, '../packs');
const [verb = 'test', ...wanted] = process.argv.slice(2);
const set = loadPacks(root);
for (const problem of set.problems)
  console.log(`${problem.file}:${problem.line}:${problem.column} ${problem.message}`);
const bench: Bench = {
  ...set,
  schools: () => undefined,
  registry: { accredited: () => ({ state: 'silent' }) },
};
let failed = set.problems.length;
let passed = 0;
if (verb !== 'test') throw new Error('Only `test` so far.');
for (const pack of set.packs.filter((each) => wanted.length === 0 || wanted.includes(each.pack))) {
  const folder = path.join(root, 'jurisdictions', pack.pack, 'cases');
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'equivalent.yaml')
    : [];
  for (const file of files) {
    for (const each of (readYaml(path.join(folder, file)).value?.value ?? []) as readonly RuleCase[]) {
      const failures = tryCase(pack.pack, each);
      if (failures.length === 0) passed += 1;
      else failed += 1;
      if (failures.length > 0)
        console.log(`FAIL ${pack.pack}/${file} ${each.rule}: ${each.case}\n     ${failures.join('; ')}`);
    }
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function tryCase(packId: string, each: RuleCase): readonly string[] {
  const pack = set.packs.find((candidate) => candidate.pack === packId);
  if (pack === undefined) return [`no pack ${packId}`];
  try {
    return checkCase(evaluateCase(bench, pack, each), each);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
