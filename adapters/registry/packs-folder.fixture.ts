import { join } from 'node:path';

/** The packs of this checkout. */
export const packsFolder = join(import.meta.dirname, '..', '..', 'packs');
