import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Result, sha256Hex } from '@testamur/engines/kernel';
import type { LibraryProblem } from './errors.ts';

const SUMS = 'SHA256SUMS';
const LINE = /^([0-9a-f]{64}) {2}(.+)$/;

/** Every file that SHA256SUMS names, as `sha256sum --check` would: how many there are, or those that differ. */
export function checkSums(folder: string): Result<number, readonly LibraryProblem[]> {
  const file = path.join(folder, SUMS);
  if (!existsSync(file)) return err([damaged(`There is no ${SUMS} in ${folder}.`)]);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const problems = lines.flatMap((line) => {
    const [, sum = '', name = ''] = LINE.exec(line) ?? [];
    const place = path.resolve(folder, name);
    if (name === '' || !place.startsWith(folder + path.sep))
      return [damaged(`${SUMS} has a line that cannot be read: ${JSON.stringify(line.slice(0, 80))}.`)];
    if (!existsSync(place)) return [damaged(`${name} is missing.`)];
    return sha256Hex(readFileSync(place)) === sum ? [] : [damaged(`${name} is not what was published.`)];
  });
  return problems.length > 0 ? err(problems) : ok(lines.length);
}

const damaged = (message: string): LibraryProblem => ({
  code: 'RULE_BASE_DAMAGED',
  message,
  hint: 'Copy the rule base again from where it was published.',
});
