import type { Handle, HandleFetch } from '@sveltejs/kit';
import { building } from '$app/environment';
import { base } from '$app/paths';
import type { ServerServices } from '$lib/server-services.ts';

declare global {
  /** In development the pages are served by Vite, whose platform is empty. */
  var testamurServices: ServerServices | undefined;
}

export const handle: Handle = async ({ event, resolve }) => {
  if (!building) {
    const services = event.platform?.req?.testamurServices ?? globalThis.testamurServices;
    if (services) event.locals.services = services;
  }
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', 'en-GB').replace('%dir%', 'ltr'),
    filterSerializedResponseHeaders: (name) => name === 'content-type',
  });
};

/** A page that fetches our own API while it is rendered on the server is answered inside the process. */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const url = new URL(request.url);
  const isOwnApi = url.origin === event.url.origin && url.pathname.startsWith(`${base}/api/`);
  if (isOwnApi && event.locals.services) return event.locals.services.callApi(request);
  return fetch(request);
};
