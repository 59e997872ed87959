/** Which catalogues a page needs. Every page has `common`; a new page adds its line here. */
import type { Area } from './messages.ts';

const BY_FIRST_PART: Readonly<Record<string, readonly Area[]>> = {
  '': ['home', 'dossier'],
  dossier: ['dossier', 'results', 'take-along'],
  results: ['results', 'dossier', 'route', 'take-along'],
  compare: ['compare', 'results', 'route'],
  rules: ['rules'],
  reach: ['reach', 'rules'],
  schools: ['schools', 'agencies', 'sources'],
  agencies: ['agencies', 'rules'],
  sources: ['sources', 'rules'],
  about: ['about'],
};

/** A list needs fewer words than what it leads to. */
const BY_ROUTE: Readonly<Record<string, readonly Area[]>> = {
  '/results': ['results', 'dossier', 'take-along'],
};

/** `id` is the route as SvelteKit names it (`/results/[pack]`); null where no page answers. */
export function areasOfRoute(id: string | null): readonly Area[] {
  const own = id === null ? undefined : (BY_ROUTE[id] ?? BY_FIRST_PART[id.split('/')[1] ?? '']);
  return ['common', 'errors', ...(own ?? [])];
}
