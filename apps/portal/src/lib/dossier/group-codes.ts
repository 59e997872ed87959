/** The codes of a list in an order in which people find theirs: by name, those that belong to a country under its name. */
import type { Code } from '@testamur/engines/recognition';

export type CodeGroup = { readonly label?: string; readonly entries: readonly Code[] };

/** A short list keeps the order that its author gave it, such as yes, no; A1 to C2. */
const SHORT = 20;
/** "Another one" is looked for at the end. */
const CATCH_ALL = 'other';

export function groupCodes(
  entries: readonly Code[],
  names: ReadonlyMap<string, string>,
  format = 'en-GB',
): readonly CodeGroup[] {
  if (entries.length <= SHORT) return [{ entries }];
  const collator = new Intl.Collator(format);
  const groups = new Map<string, Code[]>();
  for (const entry of entries) {
    const of = entry.of === undefined || entry.of === entry.code ? '' : entry.of;
    groups.set(of, [...(groups.get(of) ?? []), entry]);
  }
  return [...groups]
    .map(([of, held]) => ({
      ...(of === '' ? {} : { label: names.get(of) ?? of }),
      entries: sortCodes(held, collator),
    }))
    .sort((a, b) => collator.compare(a.label ?? '', b.label ?? ''));
}

function sortCodes(entries: readonly Code[], collator: Intl.Collator): readonly Code[] {
  return [...entries].sort(
    (a, b) =>
      Number(a.code === CATCH_ALL) - Number(b.code === CATCH_ALL) || collator.compare(a.label, b.label),
  );
}
