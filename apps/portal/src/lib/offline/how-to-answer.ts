/**
 * What the service worker does with a request, by its address alone.
 *
 * - `leave`: the browser asks the network, as if there were no service worker: the API, forms, other sites.
 * - `file`: named by its content, so a kept copy is never out of date.
 * - `ownPage`: a page that computes everything in the browser: without a network the shell takes its place.
 * - `ownData`: the little the server says to such a page (its language).
 * - `page`: a page that the server writes: the latest, else the copy of the last visit.
 */
export type Answering = 'leave' | 'file' | 'ownPage' | 'ownData' | 'page';

type Asked = {
  readonly method: string;
  readonly isNavigation: boolean;
  readonly url: URL;
  /** Where the portal begins: `https://example.org/base`. */
  readonly home: string;
};

const DATA = '/__data.json';
const OWN = /^(\/[a-z]{2,3})?(\/|\/dossier|\/results(\/.*)?|\/compare(\/.*)?|\/offline\/shell)?$/;
/** What is answered there leaves the browser, or is for whoever is signed in: it is asked anew or not at all. */
const NEVER_KEPT = /\/dossier\/short$|^(\/[a-z]{2,3})?\/(sign-in|join|account|organisations?)(\/|$)/;

/** @example howToAnswer({ method: 'GET', isNavigation: true, url: new URL('https://a.org/results'), home: 'https://a.org' }) // 'ownPage' */
export function howToAnswer({ method, isNavigation, url, home }: Asked): Answering {
  if (method !== 'GET' || !`${url.origin}${url.pathname}/`.startsWith(`${home}/`)) return 'leave';
  const path = `${url.origin}${url.pathname}`.slice(home.length);
  if (path.startsWith('/api/') || path === '/api') return 'leave';
  if (path.startsWith('/_app/immutable/')) return 'file';
  if (path.endsWith(DATA)) return OWN.test(path.slice(0, -DATA.length) || '/') ? 'ownData' : 'leave';
  if (!isNavigation || NEVER_KEPT.test(path)) return 'leave';
  return OWN.test(path) ? 'ownPage' : 'page';
}
