import { dev } from '$app/environment';
import { LIBRARY_FILES, PUBLISHED_PACKS } from '../worker/library-files.ts';

/**
 * Starts the service worker, once the page is at rest, and tells it what the page has used already. `shell`: the frame of pages in
 * the page's language. What is new: a version that took over while the page was open.
 */
export function keepOffline({
  root,
  shell,
  onNew,
}: {
  readonly root: string;
  readonly shell: string;
  readonly onNew: () => void;
}): void {
  if (dev || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) serviceWorker.addEventListener('controllerchange', onNew, { once: true });
  const start = async (): Promise<void> => {
    await serviceWorker.register(`${root}/service-worker.js`);
    const { active } = await serviceWorker.ready;
    const seen = performance.getEntriesByType('resource').map(({ name }) => name);
    const used = [...seen, ...publishedFiles()];
    active?.postMessage({ used, shell });
  };
  // Where storage is forbidden the pages work as before, with a network.
  start().catch(() => {});
}

/** The law of a published rule base is none of the files that the worker knows by itself. */
const publishedFiles = (): readonly string[] =>
  PUBLISHED_PACKS === undefined
    ? []
    : [
        ...Object.values(LIBRARY_FILES).filter((address) => typeof address === 'string'),
        ...Object.values(PUBLISHED_PACKS),
      ].map((address) => new URL(address, location.href).href);

/** Whether the service worker could not reach the server when a page was last asked for. */
export function askWhetherCut(tell: (isCut: boolean) => void): void {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => tell(data === true);
  worker.postMessage('cut?', [port2]);
}
