/** A message as it travels: plain text stays text; the build takes apart what has holes, so that no parser is shipped. */

/** `#` is the number of the plural around it. */
export type Piece =
  | string
  | readonly ['#']
  | readonly ['hole', name: string]
  | readonly ['tag', name: string, inside: readonly Piece[]]
  | readonly ['select', name: string, options: Options]
  | readonly ['plural' | 'ordinal', name: string, options: Options];

/** By category (`one`, `few`…) or by exact number (`=0`); `other` is always there. */
export type Options = Readonly<Record<string, readonly Piece[]>>;

export type CompiledMessage = string | readonly Piece[];

/** The messages of one area in one language. */
export type CompiledCatalogue = Readonly<Record<string, CompiledMessage>>;
