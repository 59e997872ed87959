/** `npm run packs -- lint|test [pack…]`: check the packs and run their cases with the reference interpreter. */
import path from 'node:path';
import { loadPacks } from '@testamur/adapters/packs';

const root = path.resolve(import.meta.dirname, '../packs');
const [verb = 'test', ...wanted] = process.argv.slice(2);
const set = loadPacks(root);
for (const { file, line, column, code, message, mend } of set.problems) console.log(`packs/${file}:${line}:${column} error ${code} ${message} — ${mend}`);
