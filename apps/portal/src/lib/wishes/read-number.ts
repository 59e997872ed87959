/** `2000`, `2 000`, `2,000`, `2.000,50`: an amount as people write it. Nothing where it could be read in two ways, or in none. */
export function readAmount(text: string): number | undefined {
  const plain = text.trim().replace(/[\s\u00a0\u202f'’]/g, '');
  const grouped = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:([.,])(\d{1,2}))?$/.exec(plain);
  if (grouped !== null) {
    const [, whole = '', group, point, cents = ''] = grouped;
    return point === group ? undefined : Number(`${whole.replace(/[.,]/g, '')}.${cents || '0'}`);
  }
  return /^\d+([.,]\d{1,2})?$/.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}

/** A rate has more decimals than an amount, and no groups of thousands. */
export function readRate(text: string): number | undefined {
  const plain = text.trim();
  const rate = /^\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : 0;
  return rate > 0 ? rate : undefined;
}
