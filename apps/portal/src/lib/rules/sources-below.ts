import { getContext, setContext } from 'svelte';

const KEY = Symbol('sources below');

/** By a page that ends with the table of its sources: its citations point into it and repeat neither publisher nor meaning of the grade. */
export function tellSourcesBelow(): void {
  setContext(KEY, true);
}

/** While a component is made. */
export const areSourcesBelow = (): boolean => getContext<boolean | undefined>(KEY) === true;

/** Where a source stands in such a table. */
export const placeOfSource = (source: string, prefix = 'source'): string => `${prefix}-${source}`;
