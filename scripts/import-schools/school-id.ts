import { createHash } from 'node:crypto';
import type { Row } from './read-csv.ts';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** Letters and digits of any script, lower case, joined by hyphens: "St. John's" becomes "st-john-s". */
export function slugOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((part) => part !== '')
    .join('-');
}

/**
 * The name by which a source knows the school. It never depends on row order: the ROR id where there is one,
 * else the code of the Chinese ministry, else source, country, name and city as the source spells them.
 */
export function sourceKeyOf(row: Row): string {
  if (row.ror_id) return `ror:${row.ror_id}`;
  const ministryCode = /^MOE code (\d+)/.exec(row.notes ?? '')?.[1];
  if (ministryCode !== undefined) return `moe-cn:${ministryCode}`;
  const source = (row.sources ?? '').split('|')[0]?.replaceAll('_', '-');
  const place = row.city ? `:${slugOf(row.city)}` : '';
  return `${source}:${(row.country ?? '').toLowerCase()}:${slugOf(row.name ?? '')}${place}`;
}

/**
 * A stable id minted from a source key: `sch-<country>-<7 characters>`, the first 35 bits of the key's SHA-256
 * in Crockford's base 32. The caller refuses collisions.
 */
export function mintSchoolId(country: string, key: string): string {
  const digest = createHash('sha256').update(key, 'utf8').digest();
  let bits = digest.readBigUInt64BE(0) >> 29n;
  let code = '';
  for (let place = 0; place < 7; place += 1) {
    code = CROCKFORD[Number(bits & 31n)] + code;
    bits >>= 5n;
  }
  return `sch-${country.toLowerCase()}-${code}`;
}
