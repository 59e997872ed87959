/**
 * A search that goes on in small pieces beside everything else that the worker has to do: after each short while it lets go, so that a
 * cancellation or another question is heard at once, and it says how far it is.
 */
import type { SearchProgress, Stepwise } from '@testamur/engines/planner';
import { Cancelled } from './cancelled.ts';

export type Pieces = {
  readonly tell: (progress: SearchProgress) => void;
  readonly isCancelled: () => boolean;
};

/** How long it works before it listens, and how often it tells. */
const SLICE_MS = 12;
const TELL_EVERY_MS = 150;

export async function runInPieces<Answer>(
  search: Stepwise<Answer>,
  { tell, isCancelled }: Pieces,
): Promise<Answer> {
  let toldAt = performance.now();
  for (;;) {
    const slice = runSlice(search);
    if (slice.isDone) return slice.answer;
    if (performance.now() - toldAt >= TELL_EVERY_MS) {
      toldAt = performance.now();
      // It is worked out as it is copied.
      tell({ ...slice.progress });
    }
    await nextTurn();
    if (isCancelled()) throw new Cancelled();
  }
}

type Slice<Answer> =
  | { readonly isDone: true; readonly answer: Answer }
  | { readonly isDone: false; readonly progress: SearchProgress };

function runSlice<Answer>(search: Stepwise<Answer>): Slice<Answer> {
  const endsAt = performance.now() + SLICE_MS;
  for (;;) {
    const piece = search.next();
    if (piece.done === true) return { isDone: true, answer: piece.value };
    if (performance.now() >= endsAt) return { isDone: false, progress: piece.value };
  }
}

/** After whatever has come in meanwhile; a timer would wait four milliseconds and more. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
