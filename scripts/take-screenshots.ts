/**
 * Photographs the main pages of the built portal for docs/screenshots: desktop, phone, dark, and Arabic on a phone.
 * `npx tsx scripts/take-screenshots.ts [page …]` starts a portal of its own, on a free port, with an empty folder of data.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { locateBrowser, rememberSample, startBrowser } from '../testing/browser/index.ts';
import { startProduct } from '../testing/product/index.ts';

/** `ready`: what stands on it when it is whole. `from`: what is scrolled to the top; otherwise the page from its beginning. */
type Shot = {
  readonly name: string;
  readonly path: string;
  readonly shows: string;
  readonly sample?: string;
  readonly ready: string;
  readonly from?: string;
};

const PERSON = 'resident';
const RESULT = { sample: PERSON, ready: 'main :is(td, dd)' };

const SHOTS: readonly Shot[] = [
  {
    name: 'home',
    path: '/',
    shows: 'The first page: three answers, and one stands somewhere',
    ready: 'main input',
  },
  {
    name: 'dossier',
    path: '/dossier',
    shows: 'The dossier: her answers, and how many authorities they decide',
    sample: PERSON,
    ready: 'main input',
  },
  {
    name: 'results-map',
    path: '/results',
    shows: 'Where a fictional resident stands, on the map',
    ...RESULT,
    ready: 'main figure svg a',
  },
  {
    name: 'results-list',
    path: '/results',
    shows: 'The same authorities as a list: status, time, cost, why not',
    ...RESULT,
    from: 'main table',
  },
  {
    name: 'route',
    path: '/results/gb',
    shows: 'The ways to one licence: the choice between cost and time',
    sample: PERSON,
    ready: 'main td.months svg',
  },
  {
    name: 'route-months',
    path: '/results/gb',
    shows: 'The way that she chose: months in lanes, then its steps',
    sample: PERSON,
    ready: 'main td.months svg',
    from: 'main dl.sum',
  },
  { name: 'compare', path: '/compare?with=gb,de,us-tx', shows: 'Three authorities side by side', ...RESULT },
  { name: 'rules', path: '/rules/gb', shows: 'The rules of one authority, readable', ready: 'main h1' },
  {
    name: 'reach',
    path: '/reach/gb',
    shows: 'Who can reach an authority, for regulators and schools',
    ready: 'main :is(td, dd)',
  },
  {
    name: 'school',
    path: '/schools/sch-ae-q4em3pc',
    shows: 'A school: what is known of it, and from which source',
    ready: 'main h1',
  },
];

type Look = { readonly name: string; readonly prefix: string; readonly options: BrowserContextOptions };

const DESKTOP = { viewport: { width: 1280, height: 900 }, locale: 'en-GB' };
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'en-GB' };

const LOOKS: readonly Look[] = [
  { name: 'desktop', prefix: '', options: DESKTOP },
  { name: 'phone', prefix: '', options: PHONE },
  { name: 'dark', prefix: '', options: { ...DESKTOP, colorScheme: 'dark' } },
  { name: 'arabic', prefix: '/ar', options: { ...PHONE, locale: 'ar' } },
];

const FOLDER = path.resolve(import.meta.dirname, '../docs/screenshots');
/** Together; a checkout should not grow by pictures. */
const MOST_BYTES = 6_000_000;

/** Where a figure is still being worked out, three dots stand for it. */
const PENDING = /^\s*…/;

/** Whole: what the worker computes has arrived, fonts and the map are there. */
async function untilWhole(page: Page, { ready }: Shot): Promise<void> {
  await page.locator(ready).first().waitFor();
  await page.waitForLoadState('networkidle');
  const pending = page.locator('main .soft', { hasText: PENDING });
  await pending.first().waitFor({ state: 'detached', timeout: 60_000 });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}

async function take(browser: Browser, origin: string, shot: Shot, look: Look): Promise<void> {
  const context = await browser.newContext({ ...look.options, reducedMotion: 'reduce' });
  if (shot.sample) await rememberSample(context, shot.sample);
  const page = await context.newPage();
  await page.goto(`${origin}${look.prefix}${shot.path}`);
  await untilWhole(page, shot);
  if (shot.from) {
    const start = page.locator(shot.from).first();
    await start.evaluate((found) => found.scrollIntoView({ block: 'start' }));
  }
  await page.screenshot({ path: path.join(FOLDER, `${shot.name}-${look.name}.png`) });
  await context.close();
}

/** One line for each picture. */
function writeList(): void {
  const lines = SHOTS.map(({ name, shows }) => {
    const links = LOOKS.map((look) => `[${look.name}](${name}-${look.name}.png)`).join(' · ');
    return `| ${shows} | ${links} |`;
  });
  const head = [
    '# Screenshots',
    '',
    'Taken by `npx tsx scripts/take-screenshots.ts` from the built portal; the person is fictional. Arabic is shown at the width of a phone.',
    '',
    '| page | pictures |',
    '|---|---|',
  ];
  writeFileSync(path.join(FOLDER, 'README.md'), `${[...head, ...lines].join('\n')}\n`);
}

function weigh(): number {
  return readdirSync(FOLDER).reduce((sum, file) => sum + statSync(path.join(FOLDER, file)).size, 0);
}

async function main(wanted: readonly string[]): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const data = mkdtempSync(path.join(tmpdir(), 'testamur-screenshots-'));
  const product = await startProduct({ TESTAMUR_DATA: data, REQUESTS_PER_MINUTE: '100000' });
  const browser = await startBrowser(await locateBrowser());
  try {
    for (const shot of SHOTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
      for (const look of LOOKS) await take(browser, product.url, shot, look);
    writeList();
  } finally {
    await browser.close();
    await product.stop();
    rmSync(data, { recursive: true, force: true });
  }
  const bytes = weigh();
  console.log(`${FOLDER}: ${Math.round(bytes / 1000)} kB`);
  if (bytes > MOST_BYTES) throw new Error(`More than ${MOST_BYTES / 1e6} MB of pictures.`);
}

await main(process.argv.slice(2));
