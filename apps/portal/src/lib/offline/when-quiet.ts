/** The law and the verdict go first on a slow line. */
const REST_MS = 2_000;
/** Later than everything a page needs to be whole. */
const QUIET_MS = 10_000;

/** Once, a while after the page is loaded, when it has nothing to do. Without a network there is nothing to wait for. */
export function whenQuiet(act: () => void): void {
  const idle = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: QUIET_MS });
    else setTimeout(act, QUIET_MS);
  };
  const rest = (): void => void setTimeout(idle, navigator.onLine ? REST_MS : 0);
  if (document.readyState === 'complete') rest();
  else addEventListener('load', rest, { once: true });
}
