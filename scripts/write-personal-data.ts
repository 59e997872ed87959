/** Writes docs/personal-data.md from the catalogue: `node --import tsx --conditions=testamur-source scripts/write-personal-data.ts`. */
import { writeFileSync } from 'node:fs';
import { describePersonalData } from '@testamur/services/privacy';

writeFileSync(new URL('../docs/personal-data.md', import.meta.url), `${describePersonalData()}\n`);
