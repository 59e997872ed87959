import type { Handle, HandleFetch, HandleServerError, RequestEvent } from '@sveltejs/kit';
import { building } from '$app/environment';
import { compressPage } from '$lib/compress-page.ts';
import { dropJoints } from '$lib/drop-joints.ts';
import { readPlace } from '$lib/language/address.ts';
import { wantedLanguage } from '$lib/language/choose-language.ts';
import { LANGUAGES } from '$lib/language/languages.ts';
import { ROOT } from '$lib/language/root.ts';
import type { ServerServices } from '$lib/server-services.ts';

declare global {
  /** In development the pages are served by Vite, whose platform is empty. */
  var testamurServices: ServerServices | undefined;
}

export const handle: Handle = async ({ event, resolve }) => {
  if (!building) {
    const services = event.platform?.req?.testamurServices ?? globalThis.testamurServices;
    if (services) event.locals.services = services;
    // For metrics and the log: the page as we named it, never the address as it was asked for.
    if (event.platform?.req) event.platform.req.testamurPage = event.route.id ?? 'none';
  }
  const { locale } = readPlace(event.url.pathname.slice(ROOT.length));
  const { tag, dir } = LANGUAGES[locale];
  event.locals.locale = locale;
  event.locals.wanted = wantedLanguage(event.request.headers.get('accept-language')) ?? locale;
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => dropJoints(html.replace('%lang%', tag).replace('%dir%', dir)),
    // The two typefaces of Latin text are needed by every page; what else a page links may wait.
    preload: ({ type, path }) => type === 'js' || type === 'css' || /-latin-(wght|500)-normal/.test(path),
    filterSerializedResponseHeaders: (name) => name === 'content-type',
  });
  for (const [name, value] of event.locals.carried ?? []) response.headers.append(name, value);
  if (response.headers.get('content-type')?.startsWith('text/html') === true) {
    response.headers.set('content-type', 'text/html; charset=utf-8');
    response.headers.append('vary', 'accept-language');
  }
  return building ? response : compressPage(event.request, response);
};

/** A page that fetches our own API while it is rendered on the server is answered inside the process. */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const url = new URL(request.url);
  const isOwnApi = url.origin === event.url.origin && url.pathname.startsWith(`${ROOT}/api/`);
  if (!isOwnApi || !event.locals.services) return fetch(request);
  const answer = await event.locals.services.callApi(asTheBrowser(event, request));
  const carried = event.locals.carried ?? [];
  for (const cookie of answer.headers.getSetCookie()) carried.push(['set-cookie', cookie]);
  const clear = answer.headers.get('clear-site-data');
  if (clear !== null) carried.push(['clear-site-data', clear]);
  event.locals.carried = carried;
  return answer;
};

/** For whom the page is made: her cookie and browser. That a form came from our own page was checked before its action ran. */
function asTheBrowser(event: RequestEvent, request: Request): Request {
  const headers = new Headers(request.headers);
  for (const name of ['cookie', 'user-agent']) {
    const value = event.request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  headers.set('sec-fetch-site', 'same-origin');
  headers.set('x-testamur-address', event.getClientAddress());
  return new Request(request, { headers });
}

/** A page that is not there is nobody's fault; everything else is told to the operator. The person gets no details. */
export const handleError: HandleServerError = ({ error, event, status }) => {
  if (status === 404) return { message: 'Nothing answers to this address.' };
  // Its message may quote what was sent; the server writes down where it happened, and no more.
  if (event.locals.services?.tellFault) event.locals.services.tellFault(error);
  else console.error(error);
  return { message: 'The page could not be made.' };
};
