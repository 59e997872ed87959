// @ts-check
/**
 * Everything that must hold, in one run: build, types, lint, import rules, unused code, unit tests, packs, both databases, browser.
 * A step that fails does not stop the others; the last line counts all of them.
 * `node scripts/test.mjs unit browser` runs the named steps only.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readTestReport } from './lib/read-test-report.mjs';
import { root, runNode, runQuietly } from './lib/run.mjs';

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
 * A suite of tests. `run`: how, where another suite runs beside it: two programs that speak at once are not understood.
 * @param {string} name @param {string} config @param {typeof runNode} [run]
 * @returns {Step}
 */
function suite(name, config, run = runNode) {
  const report = path.join(reports, `${name}.json`);
  const args = ['run', '-c', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, run: async () => readTestReport(report, await run(bin('vitest/vitest.mjs'), args)) };
}

/** @type {Step[]} */
const steps = [
  check('build', 'scripts/build.mjs', []),
  check('types', 'scripts/check-types.mjs', []),
  check('lint', bin('@biomejs/biome/bin/biome'), ['ci', '--log-level=warn']),
  check('imports', bin('dependency-cruiser/bin/dependency-cruise.mjs'), [
    ...['engines', 'services', 'adapters', 'apps', 'testing', 'bench', 'scripts'],
  ]),
  suite('unit', 'vitest.config.ts'),
  ...(existsSync(path.join(root, 'apps/cli/src/index.ts'))
    ? [
        check('packs lint', 'apps/cli/bin/testamur.js', ['packs', 'lint']),
        check('packs test', 'apps/cli/bin/testamur.js', ['packs', 'test']),
      ]
    : []),
  suite('db', 'vitest.db.config.ts', (script, args) => runQuietly(script, args, {})),
  suite('browser', 'vitest.browser.config.ts'),
];

/** Each of them leaves a core idle: they run side by side. */
const TOGETHER = [
  ['packs lint', 'packs test'],
  ['db', 'browser'],
];

/** @param {Step[]} chosen @returns {Step[][]} */
function inTurns(chosen) {
  /** @type {Step[][]} */
  const turns = [];
  for (const step of chosen) {
    const last = turns.at(-1);
    const isBeside = last?.every(({ name }) =>
      TOGETHER.some((names) => names.includes(name) && names.includes(step.name)),
    );
    if (last !== undefined && isBeside) last.push(step);
    else turns.push([step]);
  }
  return turns;
}

/** @param {Step} step */
async function timed({ name, run }) {
  const began = Date.now();
  const count = await run();
  return { name, count, seconds: Math.round((Date.now() - began) / 1000) };
}

/** @returns {Promise<number>} an exit code */
async function main() {
  const wanted = process.argv.slice(2);
  const chosen = wanted.length === 0 ? steps : steps.filter((step) => wanted.includes(step.name));
  if (chosen.length === 0) {
    console.error(`No such step. The steps are: ${steps.map((step) => step.name).join(', ')}.`);
    return 2;
  }
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  /** @type {{ name: string, count: Count, seconds: number }[]} */
  const results = [];
  for (const turn of inTurns(chosen)) {
    console.log(`\n== ${turn.map(({ name }) => name).join(' and ')}`);
    results.push(...(await Promise.all(turn.map(timed))));
  }
  return summarise(results);
}

/** @param {{ name: string, count: Count, seconds: number }[]} results */
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
