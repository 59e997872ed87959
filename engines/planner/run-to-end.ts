/** Work that rests here and there, so that whoever runs it can listen meanwhile. */
export type Pieces<Answer> = Generator<undefined, Answer, undefined>;

/** Work in pieces, all at once. */
export function runToEnd<Answer>(work: Generator<unknown, Answer, undefined>): Answer {
  for (;;) {
    const piece = work.next();
    if (piece.done === true) return piece.value;
  }
}

/** Work in pieces within a search that tells something at each of its rests. */
export function* telling<Progress, Answer>(
  work: Pieces<Answer>,
  progress: Progress,
): Generator<Progress, Answer, undefined> {
  for (;;) {
    const piece = work.next();
    if (piece.done === true) return piece.value;
    yield progress;
  }
}

type Lazily<Parts extends object> = { readonly [Name in keyof Parts]: () => Parts[Name] };

/** Each part worked out when it is read: most progress that a search tells is looked at by nobody. A copy (`{ ...it }`) holds what is known then. */
export function lazily<Parts extends object>(parts: Lazily<Parts>): Parts {
  const made = {};
  for (const [name, get] of Object.entries<() => unknown>(parts))
    Object.defineProperty(made, name, { get, enumerable: true });
  return made as Parts;
}
