// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number, faults?: string[] }} Count */

/**
 * Counts what a suite's JSON report holds. A suite that left no report, or whose run failed although no test did
 * (a file that does not load, a setup that throws), counts as one failure: silence is not success.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Count}
 */
export function readTestReport(file, exitCode) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const passed = report.numPassedTests ?? 0;
  const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
  const failed = report.numFailedTests ?? 0;
  const faults = faultsOf(report);
  if (failed === 0 && (exitCode !== 0 || passed === 0)) return { passed, failed: 1, skipped, faults };
  return { passed, failed, skipped, faults };
}

/**
 * Each failure in a few lines, so that the end of a long output tells what to look at.
 * @param {any} report
 * @returns {string[]}
 */
function faultsOf(report) {
  return (report.testResults ?? []).flatMap((/** @type {any} */ file) => {
    const tests = file.assertionResults.filter((/** @type {any} */ test) => test.status === 'failed');
    if (tests.length === 0 && file.status !== 'failed') return [];
    const causes = tests.map(
      (/** @type {any} */ test) => `${test.fullName}\n${start(test.failureMessages?.join('\n'))}`,
    );
    return causes.length > 0
      ? causes.map((cause) => `${file.name}: ${cause}`)
      : [`${file.name}: ${start(file.message)}`];
  });
}

const start = (/** @type {string | undefined} */ text) => (text ?? '').slice(0, 2_000);
