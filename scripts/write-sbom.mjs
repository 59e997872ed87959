// @ts-check
/** `npm run sbom [-- FILE]`: what the product is made of, as CycloneDX, to standard output or a file. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeSbom } from './lib/make-sbom.mjs';
import { root } from './lib/run.mjs';

const read = (/** @type {string} */ file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const { name, version } = read('package.json');
const text = `${JSON.stringify(makeSbom(read('package-lock.json'), { name, version }), undefined, 2)}\n`;
const [file] = process.argv.slice(2);
if (file === undefined) process.stdout.write(text);
else writeFileSync(file, text);
