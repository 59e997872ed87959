// @ts-check
/** A process of its own that opens the database of a folder: it says `open` and holds it until it is killed, or says why it may not. */
import { openDatabase } from '../../../adapters/dist/postgres/index.js';

const opened = await openDatabase({ kind: 'embedded', folder: process.argv[2] ?? '' });
process.stdout.write(`${opened.ok ? 'open' : opened.error.code}\n`);
if (opened.ok) setInterval(() => {}, 60_000);
