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
