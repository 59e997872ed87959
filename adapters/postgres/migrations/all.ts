import type { Migration } from 'kysely';
import { reference } from './0001-reference.ts';

/** Forward only, never edited once released; the number decides the order. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-reference': reference,
};
