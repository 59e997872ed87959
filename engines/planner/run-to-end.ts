/** A search in pieces, all at once. */
export function runToEnd<Answer>(search: Generator<unknown, Answer, undefined>): Answer {
  for (;;) {
    const piece = search.next();
    if (piece.done === true) return piece.value;
  }
}
