/** A citation in one line: source, place in it, day it was seen, address. */
import type { Citation } from '@testamur/engines/kernel';
import type { Pack } from '@testamur/engines/recognition';

export type SourceTitles = ReadonlyMap<string, { readonly title: string; readonly url?: string | undefined }>;

export const sourceTitles = (packs: readonly Pack[]): SourceTitles =>
  new Map(
    packs.flatMap((pack) => pack.sources.map(({ source, title, url }) => [source, { title, url }] as const)),
  );

export function citationLine(
  { source, locator, seen, url, citation }: Citation,
  titles: SourceTitles,
): string {
  const known = titles.get(source);
  const address = url ?? known?.url ?? citation;
  return [
    `${known?.title ?? source}, ${locator}`,
    seen === 'undated' ? 'undated copy' : `seen ${seen}`,
    ...(address === undefined ? [] : [address]),
  ].join(' · ');
}
