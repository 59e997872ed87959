/** Which scalar, list and field sits where, and the numbers of the codes that the law names. Grows while the law is compiled. */
export type Layout = {
  readonly scalars: Map<string, number>;
  readonly lists: Map<string, number>;
  /** By list: field → slot. */
  readonly fields: Map<string, Map<string, number>>;
  readonly codes: Map<string, number>;
};

export const newLayout = (): Layout => ({
  scalars: new Map(),
  lists: new Map(),
  fields: new Map(),
  codes: new Map(),
});

const nextIn = (numbers: Map<string, number>, name: string, first: number): number => {
  const held = numbers.get(name) ?? numbers.size + first;
  numbers.set(name, held);
  return held;
};

/** 0 and 1 are the booleans: codes begin after them. */
export const codeSlot = (code: string, layout: Layout): number => nextIn(layout.codes, code, 2);
export const listSlot = (list: string, layout: Layout): number => nextIn(layout.lists, list, 0);
export const scalarSlot = (fact: string, layout: Layout): number => nextIn(layout.scalars, fact, 0);

export function fieldSlot(list: string, field: string, layout: Layout): number {
  listSlot(list, layout);
  const fields = layout.fields.get(list) ?? new Map<string, number>();
  layout.fields.set(list, fields);
  return nextIn(fields, field, 0);
}

/** Codes that the law names, and those of one person that it does not. */
export type CodeNumbers = { readonly named: ReadonlyMap<string, number>; readonly own: Map<string, number> };

const FIRST_OWN = 1_000_000_000;

/** What a person wrote and the law does not name gets a number beyond all that it does, for this person alone. */
export const numberOfCode = (code: string, { named, own }: CodeNumbers): number =>
  named.get(code) ?? nextIn(own, code, FIRST_OWN);
