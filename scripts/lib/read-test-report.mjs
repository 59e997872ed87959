// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

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
  if (failed === 0 && (exitCode !== 0 || passed === 0)) return { passed, failed: 1, skipped };
  return { passed, failed, skipped };
}
