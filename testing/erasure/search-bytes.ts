import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export type Found = {
  /** Files in which a marker stands, with how often. */
  readonly hits: readonly { readonly file: string; readonly times: number }[];
  readonly files: number;
  readonly bytes: number;
  /** Subjects of every enciphered value that stands anywhere. */
  readonly subjects: ReadonlySet<string>;
};

/** Every byte of every file below the folders: for a marker as it would be read, also by those who read UTF-16 or hexadecimal. */
export function searchBytes(folders: readonly string[], markers: readonly string[]): Found {
  const needles = markers.flatMap((marker) => [
    Buffer.from(marker, 'latin1'),
    Buffer.from(marker, 'utf16le'),
    Buffer.from(Buffer.from(marker).toString('hex'), 'latin1'),
  ]);
  const hits: { file: string; times: number }[] = [];
  const subjects = new Set<string>();
  let [files, bytes] = [0, 0];
  for (const file of folders.flatMap(listFiles)) {
    const content = readFileSync(file);
    files += 1;
    bytes += content.length;
    const times = needles.reduce((sum, needle) => sum + countOf(content, needle), 0);
    if (times > 0) hits.push({ file, times });
    for (const [, subject = ''] of content.toString('latin1').matchAll(/sealed:1:([0-9a-f-]{36}):/g))
      subjects.add(subject);
  }
  return { hits, files, bytes, subjects };
}

function countOf(content: Buffer, needle: Buffer): number {
  let times = 0;
  for (let at = content.indexOf(needle); at >= 0; at = content.indexOf(needle, at + 1)) times += 1;
  return times;
}

function listFiles(place: string): readonly string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name));
}
