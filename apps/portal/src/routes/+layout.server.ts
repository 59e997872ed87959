import type { LayoutServerLoad } from './$types';

/** Nothing of the address is read here, so that moving between pages asks the server for nothing. */
export const load: LayoutServerLoad = ({ locals }) => ({ locale: locals.locale, wanted: locals.wanted });
