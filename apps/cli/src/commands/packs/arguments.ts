/** Options that every verb of packs takes. */
export const JSON_FLAG = {
  json: { type: 'boolean', description: 'For programs: one JSON object, docs/command-line.md' },
} as const;
export const FOLDER = {
  folder: { type: 'string', valueHint: 'FOLDER', description: 'A folder of packs (those of the product)' },
} as const;
/** Two versions of the rules, as diff and affected take them. */
export const VERSIONS = {
  old: {
    type: 'positional',
    description: 'Folder of packs, folder of one pack, published law.json, or revision of git (HEAD~3:)',
  },
  new: { type: 'positional', description: 'The same, newer' },
  pack: { type: 'string', valueHint: 'PACK', description: 'Only these packs, with commas or repeated' },
} as const;
