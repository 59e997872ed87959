import { readdirSync } from 'node:fs';
import path from 'node:path';

/** One address of each kind of page. `sample`: the person whose dossier the browser holds. `ready`: what stands on it when it is whole. */
export type KindOfPage = {
  readonly route: string;
  readonly path: string;
  readonly sample?: string;
  readonly ready?: string;
  readonly status?: number;
};

const PERSON = 'resident';

export const EVERY_PAGE: readonly KindOfPage[] = [
  { route: '/', path: '/', ready: 'main input' },
  { route: '/dossier', path: '/dossier', sample: PERSON, ready: 'main input' },
  { route: '/dossier/short', path: '/dossier/short' },
  { route: '/results', path: '/results', sample: PERSON, ready: 'main table tbody tr' },
  { route: '/results/[pack]', path: '/results/gb', sample: PERSON, ready: 'main article' },
  {
    route: '/compare',
    path: '/compare?with=gb,de,us-tx',
    sample: PERSON,
    // A card each on a phone.
    ready: 'main table tbody tr, main article',
  },
  { route: '/rules', path: '/rules' },
  { route: '/rules/unknown', path: '/rules/unknown' },
  { route: '/rules/due', path: '/rules/due' },
  { route: '/rules/[pack]', path: '/rules/ca-bc' },
  { route: '/rules/[pack]/changes', path: '/rules/in/changes' },
  { route: '/rules/[pack]/[rule]', path: '/rules/gb/gb.plab.window' },
  {
    route: '/rules/[pack]/[rule]/edit',
    path: '/rules/gb/gb.plab.window/edit',
    ready: 'main form',
  },
  { route: '/reach', path: '/reach' },
  { route: '/reach/[pack]', path: '/reach/gb' },
  { route: '/schools', path: '/schools?q=bangalore+med' },
  { route: '/schools/[school]', path: '/schools/sch-ae-q4em3pc' },
  { route: '/agencies', path: '/agencies' },
  { route: '/policies', path: '/policies' },
  { route: '/sources', path: '/sources' },
  { route: '/sources/[pack]', path: '/sources/gb' },
  { route: '/about', path: '/about' },
  { route: '/privacy', path: '/privacy' },
  { route: '/public-log', path: '/public-log' },
  { route: '/design', path: '/design' },
  { route: '/offline', path: '/offline' },
  { route: '/offline/shell', path: '/offline/shell', ready: 'h1' },
  { route: '/sign-in', path: '/sign-in', ready: 'main button' },
  { route: '/sign-in/link', path: '/sign-in/link', ready: 'main button' },
  { route: '/sign-in/provider', path: '/sign-in/provider', ready: 'main a' },
  { route: '/join', path: '/join', ready: 'main form' },
  { route: '/account', path: '/account', ready: 'main button' },
  { route: '/organisations', path: '/organisations', ready: 'main button' },
  // Without an account there is none to look at: what it says then. With one: organisations.browser.test.ts.
  {
    route: '/organisations/[id]',
    path: `/organisations/${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`,
    status: 404,
  },
  { route: '/account/privacy', path: '/account/privacy', ready: 'main button' },
  { route: '/account/notices', path: '/account/notices', ready: 'main button' },
  {
    route: '/account/notices/[organisation]',
    path: '/account/notices/00000000-0000-4000-8000-000000000000',
    ready: 'main button',
  },
  { route: '/account/privacy/review', path: '/account/privacy/review', ready: 'main button' },
  { route: 'an error', path: '/nothing', status: 404 },
];

/** The longest pages of each kind to read, also in the languages whose letters weigh most. */
export const HEAVIEST_PAGES: readonly KindOfPage[] = [
  ...['gb', 'in', 'nz', 'ch', 'au', 'de', 'eu', 'us-ny'].map((pack) => ({
    route: '/rules/[pack]',
    path: `/rules/${pack}`,
  })),
  ...['ru/rules/gb', 'ar/rules/gb', 'ru/rules/in', 'ar/rules/de', 'ru/rules/eu'].map((path) => ({
    route: '/rules/[pack]',
    path: `/${path}`,
  })),
  { route: '/rules/[pack]/changes', path: '/ru/rules/gb/changes' },
  { route: '/rules', path: '/ru/rules' },
  { route: '/rules/unknown', path: '/ru/rules/unknown' },
  { route: '/rules/due', path: '/ru/rules/due' },
  { route: '/policies', path: '/ru/policies' },
  { route: '/sources', path: '/ru/sources' },
  { route: '/sources/[pack]', path: '/ru/sources/gb' },
];

const ROUTES = path.resolve(import.meta.dirname, '../../apps/portal/src/routes');

/** Kinds of page that the portal has and the list above has not: a new page has to come into it. */
export function findUnlistedPages(): readonly string[] {
  const listed = new Set(EVERY_PAGE.map(({ route }) => route));
  return readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === '+page.svelte')
    .map((file) => `/${path.dirname(file)}`.replace(/\/\.$/, '/').replaceAll(path.sep, '/'))
    .filter((route) => !listed.has(route));
}
