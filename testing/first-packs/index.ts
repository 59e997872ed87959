/** The packs of the main job, which have the most operators between them: the first bars were set for them. */
export const FIRST_PACKS: readonly string[] = [
  ...['us', 'us-ny', 'us-tx', 'imlc', 'gb', 'eu', 'de', 'es'],
  ...['au', 'nz', 'ca', 'ca-bc', 'in', 'sg', 'ke'],
];
