// @ts-check
/** Type checks every floor, its tests and the portal; exit code 0 when nothing is wrong. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { root, runNode } from './lib/run.mjs';

const tsc = path.join(root, 'node_modules/@typescript/native/bin/tsc');
const portal = { cwd: path.join(root, 'apps/portal') };

const codes = [];
// The engines alone first: without the types of Node or of a browser, so that no I/O can slip in.
for (const project of ['engines/tsconfig.json', 'tsconfig.tests.json', 'tsconfig.json']) {
  codes.push(await runNode(tsc, ['-p', project]));
}
// What it keeps of a component that is gone would be checked again.
rmSync(path.join(portal.cwd, '.svelte-kit/.svelte-check'), { recursive: true, force: true });
codes.push(await runNode(path.join(root, 'node_modules/@sveltejs/kit/svelte-kit.js'), ['sync'], portal));
codes.push(
  await runNode(
    path.join(root, 'node_modules/svelte-check/bin/svelte-check'),
    ['--tsgo', '--fail-on-warnings', '--output', 'human'],
    portal,
  ),
);
process.exit(codes.every((code) => code === 0) ? 0 : 1);
