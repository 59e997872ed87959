/** How ids, versions and spans of days are written. */
import { type Fields, matching, partialDate } from './check.ts';
import { citations } from './citation-shape.ts';

export const id = matching(
  /^[a-z0-9][A-Za-z0-9.-]*$/,
  'an id of letters, digits, dots and hyphens such as gb.plab.plab1',
);
export const stepId = matching(/^step\.[a-z0-9][A-Za-z0-9.-]*$/, 'an id of a step such as step.gb.plab1');
export const packVersion = matching(/^\d{4}\.\d{2}\.\d{2}$/, 'a version such as "2026.11.22"');
export const dayRange: Fields = { from: partialDate, to: partialDate };
export const cited: Fields = { cite: citations };
