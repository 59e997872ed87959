import { get } from 'node:http';
import type { Browser, Page, Response } from 'playwright-core';
import type { KindOfPage } from './every-page.ts';
import { rememberSample } from './person.ts';

/** Bytes of a first visit. `firstContent` as they travelled; the others as whoever takes only gzip is sent them, though this browser takes more. */
export type Weight = {
  readonly firstContent: number;
  /** Until `ready` stands: the list of verdicts, the form. */
  readonly script: number;
  /** Programs of what comes after: map, plans. */
  readonly laterScript: number;
  readonly data: number;
  /** What comes after: the words of another language. */
  readonly laterData: number;
  /** Shapes of countries, drawn after everything else. */
  readonly map: number;
  readonly fonts: number;
  /** Addresses of other sites. */
  readonly foreign: readonly string[];
  readonly files: readonly { readonly kind: Kind; readonly name: string; readonly bytes: number }[];
};

/** For the browser: remembers when the page was whole. */
const noteWhenWhole = (ready: string): string => `new MutationObserver((_changes, observer) => {
  if (!document.querySelector(${JSON.stringify(ready)})) return;
  globalThis.__testamurWhole = performance.timeOrigin + performance.now();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true })`;
const WHOLE_AT = 'globalThis.__testamurWhole';

type Kind = 'html' | 'css' | 'script' | 'later script' | 'data' | 'later data' | 'map' | 'font' | 'other';

const LATER: Partial<Record<Kind, Kind>> = { script: 'later script', data: 'later data' };

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^text\/html/, 'html'],
  [/^text\/css/, 'css'],
  [/javascript/, 'script'],
  [/json/, 'data'],
  [/^font\//, 'font'],
];

/**
 * Opens a page in a browser that was never there, until it is whole and has asked for everything. A file counts once: its name carries
 * its hash, so a second worker takes the copy of the first. Without what the service worker keeps for later. `look`: at the page that stands.
 */
export async function weighPage(
  browser: Browser,
  origin: string,
  page: KindOfPage,
  look: (tab: Page) => Promise<void> = async () => {},
): Promise<Weight> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  if (page.sample !== undefined) await rememberSample(context, page.sample);
  if (page.ready !== undefined) await context.addInitScript(noteWhenWhole(page.ready));
  const tab = await context.newPage();
  const answers: Response[] = [];

  const foreign: string[] = [];
  tab.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== new URL(origin).origin) foreign.push(url.href);
  });
  tab.on('response', (answer) => answers.push(answer));
  await tab.goto(`${origin}${page.path}`, { waitUntil: 'load' });
  if (page.ready !== undefined) await tab.locator(page.ready).first().waitFor();
  await tab.waitForLoadState('networkidle');
  const whole = page.ready === undefined ? Number.POSITIVE_INFINITY : Number(await tab.evaluate(WHOLE_AT));
  const byAddress = new Map(answers.reverse().map((answer) => [answer.url(), answer]));
  const own = [...byAddress.values()].filter((answer) => answer.url().startsWith('http'));
  const files = await Promise.all(own.map((answer) => weighFile(answer, whole)));
  await look(tab);
  await context.close();
  const sum = (...kinds: Kind[]): number =>
    files.filter(({ kind }) => kinds.includes(kind)).reduce((total, { bytes }) => total + bytes, 0);
  return {
    firstContent: sum('html', 'css'),
    script: sum('script'),
    laterScript: sum('later script'),
    data: sum('data'),
    laterData: sum('later data'),
    map: sum('map'),
    fonts: sum('font'),
    foreign,
    files,
  };
}

async function weighFile(answer: Response, whole: number): Promise<Weight['files'][number]> {
  const name = new URL(answer.url()).pathname;
  const early = kindOf(name, (await answer.headerValue('content-type')) ?? '');
  const kind = answer.request().timing().startTime > whole ? (LATER[early] ?? early) : early;
  if (kind === 'html' || kind === 'css') {
    const { responseBodySize } = await answer.request().sizes();
    return { kind, name, bytes: responseBodySize };
  }
  return { kind, name, bytes: await weighAsGzip(answer.url()) };
}

/** What travels to a client that takes only gzip. */
function weighAsGzip(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = get(address, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('end', () => resolve(bytes));
    });
    asked.on('error', reject);
  });
}

function kindOf(name: string, type: string): Kind {
  if (/\/world\.[^/]+\.json$/.test(name)) return 'map';
  return KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? 'other';
}
