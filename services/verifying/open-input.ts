/** What was handed in, as the bytes of a credential: a picture is opened, an address of data is read, text is trimmed. */
import { err, ok, type Result, readUtf8, utf8Of } from '@testamur/engines/kernel';
import { refuse, type VerifyingProblem } from './errors.ts';

export const MOST_INPUT_BYTES = 8_388_608;

/** @param bytes untrusted: a file, or text that was pasted or scanned */
export function openInput(bytes: Uint8Array): Result<Uint8Array, VerifyingProblem> {
  if (bytes.length > MOST_INPUT_BYTES)
    return err(refuse('VERIFYING_TOO_LARGE', `More than ${MOST_INPUT_BYTES} bytes are not read.`));
  if (startsWith(bytes, PNG)) return openPng(bytes);
  if (startsWith(bytes, utf8Of('%PDF-')))
    return err(
      refuse(
        'VERIFYING_KIND',
        'Credentials inside a PDF are not read here.',
        'Give the file that was issued with it: JSON, a token or a badge picture.',
      ),
    );
  if (startsWith(bytes, [0xff, 0xd8]) || startsWith(bytes, [0x50, 0x4b]))
    return err(
      refuse(
        'VERIFYING_KIND',
        'A photograph or an archive holds no credential.',
        'Give the file that was issued: JSON, a token, a PNG or an SVG.',
      ),
    );
  const text = readUtf8(bytes);
  // What is no text is refused by the engine, with the place.
  if (text === undefined) return ok(bytes);
  const trimmed = text.replace(/^\uFEFF/u, '').trim();
  if (trimmed === '')
    return err(
      refuse('VERIFYING_EMPTY', 'There is nothing to verify.', 'Give a file, or paste a credential.'),
    );
  if (trimmed.startsWith('<')) return openSvg(trimmed);
  // Scanners and mail programs break a token into lines; a token holds no space.
  const joined = /^[A-Za-z0-9_.~-]+(?:\s+[A-Za-z0-9_.~-]+)+$/u.test(trimmed)
    ? trimmed.replace(/\s+/gu, '')
    : trimmed;
  return ok(joined === text ? bytes : utf8Of(joined));
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const startsWith = (bytes: Uint8Array, start: ArrayLike<number>): boolean =>
  Array.from(start).every((byte, at) => bytes[at] === byte);

const KEYWORD = utf8Of('openbadgecredential\0');

/** Open Badges 3.0 section 5.3.1: one iTXt chunk of that keyword, not compressed. */
function openPng(bytes: Uint8Array): Result<Uint8Array, VerifyingProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Uint8Array[] = [];
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return err(emptyImage());
    const body = bytes.subarray(at + 8, at + 8 + length);
    // i, T, X, t
    if (view.getUint32(at + 4) === 0x69545874 && startsWith(body, KEYWORD))
      found.push(body.subarray(KEYWORD.length));
    at += length + 12;
  }
  const [only] = found;
  if (found.length !== 1 || only === undefined || only[0] !== 0) return err(emptyImage());
  const language = only.indexOf(0, 2);
  const translated = language < 0 ? -1 : only.indexOf(0, language + 1);
  return translated < 0 ? err(emptyImage()) : ok(only.slice(translated + 1));
}

const ELEMENT = /<openbadges:credential\b([^>]*?)(?:\/>|>([\s\S]*?)<\/openbadges:credential\s*>)/gu;

/** Section 5.3.2: one element, with a token in `verify` or a document within. */
function openSvg(text: string): Result<Uint8Array, VerifyingProblem> {
  const [only, ...more] = [...text.matchAll(ELEMENT)];
  if (only === undefined || more.length > 0) return err(emptyImage());
  const token = /\sverify=(?:"([^"]*)"|'([^']*)')/u.exec(only[1] ?? '');
  const inner = (only[2] ?? '').trim();
  const document = /^<!\[CDATA\[([\s\S]*)\]\]>$/u.exec(inner)?.[1] ?? unescapeXml(inner);
  const content = (inner === '' ? (token?.[1] ?? token?.[2] ?? '') : document).trim();
  return content === '' ? err(emptyImage()) : ok(utf8Of(content));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescapeXml = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => ENTITIES[name] ?? '');

const emptyImage = (): VerifyingProblem =>
  refuse(
    'VERIFYING_IMAGE_WITHOUT_CREDENTIAL',
    'The picture does not hold one credential as Open Badges 3.0 lays it into a PNG or SVG.',
    'Ask for the picture as it was issued: what was copied from a screen, or sent by a program that makes pictures smaller, has lost it.',
  );
