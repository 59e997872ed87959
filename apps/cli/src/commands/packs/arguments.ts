/** Options that every verb of packs takes. */
export const JSON_FLAG = {
  json: { type: 'boolean', description: 'For programs: one JSON object, docs/command-line.md' },
} as const;
export const FOLDER = {
  folder: { type: 'string', valueHint: 'FOLDER', description: 'A folder of packs (those of the product)' },
} as const;
