/** The rule base as a site of files: what any mirror can serve, anybody can check, and a planner can run on without a network. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type LibraryFile, publishLibrary, RULE_BASE_FILE, type RuleBase } from '@testamur/adapters/library';
import { sha256Hex } from '@testamur/engines/kernel';
import { cutLibrary } from '../library/cut-library.ts';
import { copyPage, dataOfPage, fileOfPage, ownPages, pagesToRead } from './static-pages.ts';

export type PublicationOptions = {
  readonly library: LibraryFile;
  readonly publishedOn: string;
  /** The folder to write; it is empty, or is not there yet. */
  readonly folder: string;
  /** A running product on the same library, without a slash at its end. */
  readonly product: string;
  /** What the browser loads of the portal. */
  readonly portalFiles: string;
  /** Where the copy will stand, where that is known: `https://mirror.example`. */
  readonly origin: string;
  readonly tell?: (done: number, all: number) => void;
};

export type Published = { readonly index: RuleBase; readonly pages: number; readonly files: number };

/** Named by their content and never changed: browsers keep them. */
const LIBRARY = '/_app/immutable/library';

export async function publishRuleBase(options: PublicationOptions): Promise<Published> {
  const { library, publishedOn, folder, portalFiles } = options;
  const sums = new Map<string, string>();
  const write = (file: string, content: string | Uint8Array): void => {
    const place = path.join(folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, content);
    sums.set(file, sha256Hex(content));
  };
  cpSync(portalFiles, folder, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
  const { index, files } = publishLibrary(library, publishedOn);
  for (const [file, text] of files) write(file, text);
  write(RULE_BASE_FILE, `${JSON.stringify(index, null, 2)}\n`);
  const libraryFiles = writeParts(library, write);
  const pages = await writePages(options, libraryFiles, write);
  const lines = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, sum]) => `${sum}  ${file}`);
  writeFileSync(path.join(folder, 'SHA256SUMS'), `${lines.join('\n')}\n`);
  return { index, pages, files: sums.size };
}

type Write = (file: string, content: string) => void;
type LibraryFiles = {
  readonly [name: string]: string | Readonly<Record<string, string>>;
};

/** The parts that the browser loads; `packs/gb` stands below `packs`. */
function writeParts(library: LibraryFile, write: Write): LibraryFiles {
  const single: Record<string, string> = {};
  const grouped: Record<string, Record<string, string>> = { packs: {}, labels: {} };
  for (const [name, part] of Object.entries(cutLibrary(library))) {
    const text = JSON.stringify(part);
    const [group = '', member] = name.split('/');
    const address = `${LIBRARY}/${name.replaceAll('/', '-')}.${sha256Hex(text)}.json`;
    write(address.slice(1), text);
    if (member === undefined) single[name] = address;
    else grouped[group] = { ...grouped[group], [member]: address };
  }
  return { ...single, ...grouped };
}

async function writePages(
  { library, product, origin, tell = () => {} }: PublicationOptions,
  libraryFiles: LibraryFiles,
  write: Write,
): Promise<number> {
  const read = pagesToRead(library);
  const own = ownPages(library);
  const all = read.length + own.length;
  let done = 0;
  const page = async (
    address: string,
    more: { readonly libraryFiles?: unknown },
    status = 200,
  ): Promise<string> => {
    const answer = await ask(`${product}${address}`, status);
    tell(++done, all);
    const policy = answer.headers.get('content-security-policy');
    return copyPage(await answer.text(), { address, takenFrom: product, origin, policy, ...more });
  };
  for (const address of read) write(fileOfPage(address), await page(address, {}));
  for (const address of own) {
    write(fileOfPage(address), await page(address, { libraryFiles }));
    const data = await ask(`${product}${dataOfPage(address)}`, 200);
    write(dataOfPage(address).slice(1), (await data.text()).replaceAll(product, origin));
  }
  write('404.html', await page('/no-such-page', {}, 404));
  return all + 1;
}

async function ask(address: string, status: number): Promise<Response> {
  const answer = await fetch(address, { headers: { 'accept-language': 'en' } });
  if (answer.status !== status) throw new Error(`${address} answered ${answer.status}, not ${status}.`);
  return answer;
}
