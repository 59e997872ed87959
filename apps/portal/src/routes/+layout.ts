import { areasOfRoute } from '$lib/language/areas-of-route.ts';
import { loadAreas } from '$lib/language/catalogue-store.ts';
import type { LayoutLoad } from './$types';

/** The words of a page are there before it is drawn. */
export const load: LayoutLoad = async ({ data, route }) => {
  await loadAreas(data.locale, areasOfRoute(route.id));
  if (data.wanted === data.locale) return data;
  const [{ default: Offer }] = await Promise.all([
    import('$lib/language/language-offer.svelte'),
    loadAreas(data.wanted, ['common']),
  ]);
  return { ...data, Offer };
};
