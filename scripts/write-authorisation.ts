/** Writes docs/authorisation.md from the matrix of acts: `node --import tsx --conditions=testamur-source scripts/write-authorisation.ts`. */
import { writeFileSync } from 'node:fs';
import { describeMatrix } from '@testamur/services/authorising';

writeFileSync(new URL('../docs/authorisation.md', import.meta.url), `${describeMatrix()}\n`);
