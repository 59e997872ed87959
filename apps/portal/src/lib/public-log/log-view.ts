/** What `/api/log` answers, and one of its leaves (docs/schemas/log-leaf.schema.json). */
export type PublicLog = {
  readonly origin: string;
  readonly key: string;
  readonly size: number;
  readonly checkpoint: string;
  readonly leaves: readonly { readonly index?: number; readonly entry: string }[];
};
export type Leaf = {
  readonly leaf: string;
  readonly act: string;
  readonly at: string;
  readonly what: Readonly<Record<string, unknown>>;
};

/** Nothing where an entry is of a kind that this page does not know: it is shown as it is written. */
export function readLeaf(entry: string): Leaf | undefined {
  try {
    const leaf: unknown = JSON.parse(entry);
    if (typeof leaf !== 'object' || leaf === null) return undefined;
    const { schema, leaf: id, act, at, what } = leaf as Readonly<Record<string, unknown>>;
    const isKnown = schema === 'testamur/log-leaf/1' && typeof what === 'object' && what !== null;
    if (!isKnown || typeof id !== 'string' || typeof act !== 'string' || typeof at !== 'string')
      return undefined;
    return { leaf: id, act, at, what: what as Leaf['what'] };
  } catch {
    return undefined;
  }
}
