/** Plain data as YAML in block style, enough for tests: texts are quoted as JSON, which YAML 1.2 reads alike. */
export function dump(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return `${JSON.stringify(value)}\n`;
  const entries = Object.entries(value);
  if (entries.length === 0) return Array.isArray(value) ? '[]\n' : '{}\n';
  const lines = entries.map(([name, part]) => {
    const isBranch = typeof part === 'object' && part !== null && Object.keys(part).length > 0;
    const head = Array.isArray(value) ? `${indent}-` : `${indent}${JSON.stringify(name)}:`;
    return isBranch ? `${head}\n${dump(part, `${indent}  `)}` : `${head} ${dump(part)}`;
  });
  return lines.join('');
}
