/** Which catalogues a page needs. Every page has `common`; a new page adds its line here. */
import type { Part } from './catalogue-store.ts';

const BY_FIRST_PART: Readonly<Record<string, readonly Part[]>> = {
  '': ['home', 'dossier'],
  dossier: ['dossier', 'results', 'take-along'],
  results: ['results', 'dossier', 'route', 'take-along'],
  compare: ['compare', 'results', 'route'],
  rules: ['rules', 'upkeep'],
  reach: ['reach', 'rules'],
  schools: ['schools', 'agencies', 'sources'],
  agencies: ['agencies', 'rules'],
  policies: ['policies', 'rules'],
  sources: ['sources', 'rules'],
  'sign-in': ['account'],
  join: ['account'],
  organisations: ['organisations', 'account'],
  design: [],
};

/** A list needs fewer words than what it leads to; the rest comes when it stands. */
const BY_ROUTE: Readonly<Record<string, readonly Part[]>> = {
  '/results': ['results?first', 'dossier?first'],
  '/rules/[pack]/[rule]/edit': ['rules', 'authoring'],
  '/account/privacy': ['account', 'rights', 'privacy'],
  '/account/notices': ['account', 'notices'],
  '/account/notices/[organisation]': ['account', 'notices'],
  '/account/privacy/review': ['account', 'rights'],
};

/** `id` is the route as SvelteKit names it (`/results/[pack]`); null where no page answers. */
export function areasOfRoute(id: string | null): readonly Part[] {
  if (id === null) return ['common', 'errors'];
  const first = id.split('/')[1] ?? '';
  // Where nothing else is said, the area is called as the page is.
  return ['common', 'errors', ...(BY_ROUTE[id] ?? BY_FIRST_PART[first] ?? [first as Part])];
}
