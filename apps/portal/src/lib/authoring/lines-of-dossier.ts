/** A dossier as indented lines, one for each value. */
export function linesOfDossier(value: unknown, indent = ''): readonly string[] {
  if (Array.isArray(value))
    return value.flatMap((each) => asEntry(linesOfDossier(each, `${indent}  `), indent));
  if (typeof value !== 'object' || value === null) return [`${indent}${String(value)}`];
  return Object.entries(value).flatMap(([key, held]) =>
    typeof held === 'object' && held !== null
      ? [`${indent}${key}:`, ...linesOfDossier(held, `${indent}  `)]
      : [`${indent}${key}: ${String(held)}`],
  );
}

const asEntry = ([first = '', ...rest]: readonly string[], indent: string): readonly string[] => [
  `${indent}- ${first.trimStart()}`,
  ...rest,
];
