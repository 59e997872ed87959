/// <reference lib="webworker" />
/**
 * Keeps the person's pages working without a network once they were visited: the program, the law and the registry (files named
 * by their hashes), and a shell in which the browser draws any page of hers. The latest version comes first where there is a network.
 * Of the interface for programs nothing is kept.
 */
import { base, build, files, version } from '$service-worker';
import { howToAnswer } from './lib/offline/how-to-answer.ts';
import { partsOf } from './lib/offline/worker-parts.ts';

declare const self: ServiceWorkerGlobalScope;

const HOME = `${self.location.origin}${base}`;
const PREFIX = `testamur:${base}:`;
/** Of this version; the pages of the server beside it, so that they can be counted. */
const KEPT = `${PREFIX}${version}`;
const VISITED = `${KEPT}:pages`;
const MOST_PAGES = 60;
/** A line that answers later than this is no better than none. */
const PATIENCE_MS = 6_000;
/** Words of other languages are kept when they are used. */
const ON_DEMAND = /\/assets\/labels|\/labels\//;
const SHELL = '/offline/shell';

/** Whether the server could not be reached when it was last asked for a page: a browser can be on a line that leads nowhere. */
let isCut = false;

self.addEventListener('install', (event) => {
  event.waitUntil(install().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

/**
 * A page asks whether the server can be reached; or it tells what it has used before we came, and where the shell in its language is.
 */
self.addEventListener('message', (event) => {
  if (event.data === 'cut?') {
    event.ports[0]?.postMessage(isCut);
    return;
  }
  const { used = [], shell } = event.data as { used?: readonly string[]; shell?: string };
  const named = used.filter((url) => howToAnswer(asked(new Request(url))) === 'file');
  event.waitUntil(keepAll([...named, ...(shell === undefined ? [] : shellFiles(shell))]).catch(() => {}));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  switch (howToAnswer(asked(request))) {
    case 'file':
      return event.respondWith(fromKept(request));
    case 'ownPage':
      event.waitUntil(tidy());
      return event.respondWith(fromNetworkOr(request, () => matchShell(request, '')));
    case 'ownData':
      return event.respondWith(fromNetworkOr(request, () => matchShell(request, '/__data.json')));
    case 'page':
      return event.respondWith(fromNetworkOrVisit(request));
    case 'leave':
      return undefined;
  }
});

const asked = (request: Request) => ({
  method: request.method,
  isNavigation: request.mode === 'navigate',
  url: new URL(request.url),
  home: HOME,
});

const shellFiles = (shell: string): string[] => [shell, `${shell}/__data.json`];

async function install(): Promise<void> {
  const program = build.filter((file) => !ON_DEMAND.test(file));
  await keepAll([...program, ...files, `${base}/offline`, ...shellFiles(`${base}${SHELL}`)]);
  const cache = await caches.open(KEPT);
  for (const worker of build.filter((file) => file.includes('/workers/') && file.endsWith('.js'))) {
    const address = new URL(worker, self.location.href).href;
    let parts = [address];
    const known = new Set(parts);
    while (parts.length > 0) {
      await keepAll(parts);
      const texts = await Promise.all(
        parts.map(async (part) => partsOf((await (await cache.match(part))?.text()) ?? '', part)),
      );
      parts = texts.flat().filter((part) => !known.has(part));
      for (const part of parts) known.add(part);
    }
  }
}

/** Files named by their content are taken over from an earlier version; everything else is asked for. */
async function keepAll(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(KEPT);
  await Promise.all(
    addresses.map(async (address) => {
      const request = new Request(address, { credentials: 'same-origin' });
      const isFile = howToAnswer(asked(request)) === 'file';
      if (isFile && (await cache.match(request))) return;
      const held = isFile ? await caches.match(request) : undefined;
      const answer = held ?? (await fetch(request));
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
      await cache.put(request, answer);
    }),
  );
}

async function fromKept(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(KEPT)).put(request, answer.clone());
  return answer;
}

/** The latest, unless there is no network or it is too slow while we have something to show. */
async function fromNetworkOr(
  request: Request,
  instead: () => Promise<Response | undefined>,
): Promise<Response> {
  const latest = fetch(request);
  latest.then(() => noteCut(false)).catch(() => noteCut(true));
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
  try {
    return (await Promise.race([latest, late])) ?? (await instead()) ?? (await latest);
  } catch (error) {
    const kept = await instead();
    if (kept) return kept;
    throw error;
  }
}

/** The shell in the language of the address, else the first one. */
async function matchShell(request: Request, part: string): Promise<Response | undefined> {
  const [, language = ''] = /^(\/[a-z]{2,3})(\/|$)/.exec(new URL(request.url).href.slice(HOME.length)) ?? [];
  const cache = await caches.open(KEPT);
  return (
    (await cache.match(`${base}${language}${SHELL}${part}`, { ignoreVary: true })) ??
    (await cache.match(`${base}${SHELL}${part}`, { ignoreVary: true }))
  );
}

const noteCut = (value: boolean): void => {
  isCut = value;
};

async function fromNetworkOrVisit(request: Request): Promise<Response> {
  const visited = await caches.open(VISITED);
  try {
    const answer = await fetch(request);
    const isForOnePerson = answer.headers.get('cache-control')?.includes('no-store') === true;
    if (answer.ok && !isForOnePerson && new URL(request.url).search === '') {
      await visited.put(request.url, answer.clone());
      const [oldest, ...rest] = await visited.keys();
      if (oldest && rest.length >= MOST_PAGES) await visited.delete(oldest);
    }
    return answer;
  } catch (error) {
    const kept =
      (await visited.match(request.url, { ignoreVary: true })) ??
      (await caches.match(`${base}/offline`, { ignoreVary: true }));
    if (kept) return kept;
    throw error;
  }
}

/**
 * Called while one page gives way to the next. Old versions go when no other page is open that may still need a part of one. What was entered does not lie here but in the storage
 * of the page, so a new version takes nothing away.
 */
async function tidy(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length > 1) return;
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== KEPT && name !== VISITED);
  await Promise.all(old.map((name) => caches.delete(name)));
}
