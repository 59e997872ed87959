import { KEY_COPY_DAYS, listPurposes } from '@testamur/services/privacy';

/** From the catalogue by which the store itself enciphers, exports and erases. */
export const load = () => ({
  purposes: listPurposes(),
  days: KEY_COPY_DAYS,
});
