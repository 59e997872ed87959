// @ts-check
/**
 * Everything that must hold, in one run: build, types, lint, import rules, unit tests, packs, databases, browser.
 * A step that fails does not stop the others; the last line counts all of them.
 * `node scripts/test.mjs unit browser` runs the named steps only.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readTestReport } from './lib/read-test-report.mjs';
import { root, runApart, runNode } from './lib/run.mjs';

const reports = path.join(root, '.cache/test-reports');
const bin = (/** @type {string} */ script) => path.join(root, 'node_modules', script);

/** @typedef {import('./lib/read-test-report.mjs').Count} Count */
/** @typedef {{ name: string, run: () => Promise<Count> }} Step */

/**
 * A step that either holds or does not.
 * @param {string} name @param {string} script @param {string[]} args
 * @returns {Step}
 */
function check(name, script, args) {
  return {
    name,
    run: async () => {
      const code = await runNode(script, args);
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
    },
  };
}

/**
 * A suite of tests. `run`: how, where another suite runs beside it.
 * @param {string} name @param {string} config @param {typeof runNode} [run]
 * @returns {Step}
 */
function suite(name, config, run = runNode) {
  const report = path.join(reports, `${name}.json`);
  const args = ['run', '-c', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, run: async () => readTestReport(report, await run(bin('vitest/vitest.mjs'), args)) };
}

/** @param {string} script @param {string[]} args */
async function runAndTellLater(script, args) {
  const { code, said } = await runApart(script, args);
  console.log(said);
  return code;
}

const build = check('build', 'scripts/build.mjs', []);

/**
 * What runs side by side once the product is built. The browser mostly waits for one page, so it goes first on the machine and the others take
 * what it leaves; two programs that speak at once are not understood, so it speaks when it has ended.
 * @type {Step[][]}
 */
const lanes = [
  [suite('browser', 'vitest.browser.config.ts', runAndTellLater)],
  [
    check('types', 'scripts/check-types.mjs', []),
    check('lint', bin('@biomejs/biome/bin/biome'), ['ci', '--log-level=warn']),
    check('imports', bin('dependency-cruiser/bin/dependency-cruise.mjs'), [
      ...['engines', 'services', 'adapters', 'apps', 'testing', 'bench', 'scripts'],
    ]),
    suite('unit', 'vitest.config.ts', (script, args) => runNode(script, args, { yields: true })),
    check('packs lint', 'apps/cli/bin/testamur.js', ['packs', 'lint']),
    check('packs test', 'apps/cli/bin/testamur.js', ['packs', 'test']),
    suite('db', 'vitest.db.config.ts'),
  ],
];

/** @param {Step} step */
async function timed({ name, run }) {
  const began = Date.now();
  const count = await run();
  return { name, count, seconds: Math.round((Date.now() - began) / 1000) };
}

/** @typedef {{ name: string, count: Count, seconds: number }} Outcome */

/** One after the other. @param {Step[]} steps @returns {Promise<Outcome[]>} */
async function inTurn(steps) {
  const outcomes = [];
  for (const step of steps) {
    console.log(`\n== ${step.name}`);
    outcomes.push(await timed(step));
  }
  return outcomes;
}

/** @returns {Promise<number>} an exit code */
async function main() {
  const wanted = process.argv.slice(2);
  const names = [build, ...lanes.flat()].map(({ name }) => name);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`No such step: ${unknown.join(', ')}. The steps are: ${names.join(', ')}.`);
    return 2;
  }
  const chosen = (/** @type {Step[]} */ steps) =>
    wanted.length === 0 ? steps : steps.filter(({ name }) => wanted.includes(name));
  // What was built just now is what ships: tests read the other floors from there.
  if (chosen([build]).length > 0) process.env.TESTAMUR_FLOORS = 'built';
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const built = await inTurn(chosen([build]));
  const others = await Promise.all(lanes.map((lane) => inTurn(chosen(lane))));
  return summarise([...built, ...others.flat()]);
}

/** @param {Outcome[]} results */
function summarise(results) {
  console.log('');
  let [passed, failed, skipped] = [0, 0, 0];
  for (const { name, count, seconds } of results) {
    passed += count.passed;
    failed += count.failed;
    skipped += count.skipped;
    const mark = count.failed === 0 ? 'holds' : 'FAILS';
    console.log(
      `${mark}  ${name.padEnd(12)} ${String(count.passed).padStart(6)} passed ${String(seconds).padStart(5)} s`,
    );
  }
  for (const { name, count } of results)
    for (const fault of count.faults ?? []) console.log(`\n-- ${name}: ${fault}`);
  console.log('');
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed === 0 ? 0 : 1;
}

process.exit(await main());
