/** How much work may wait before more is refused. */
export type LoadLimits = {
  /** What one turn of the event loop may take while many wait: requests that it reaches later have waited this long already. */
  readonly mostTurnMs: number;
  /** So many in flight are one busy person, however slow the machine: a long turn refuses none of them. */
  readonly fewInFlight: number;
  /** Requests that are begun and not answered. */
  readonly mostInFlight: number;
};

export type LoadShedder = {
  /** Whether a request that comes now is refused; where not, it has begun. */
  refuses(): boolean;
  /** One that had begun is answered, or its client has gone. */
  ended(): void;
};

type Loop = { readonly now: () => number; readonly nextTurn: (then: () => void) => void };

const NODE_LOOP: Loop = { now: () => performance.now(), nextTurn: (then) => void setImmediate(then) };

/**
 * Keeps a server at its best under any load: what it cannot answer soon is refused at once, which costs next to nothing, so that the
 * rest is answered in time. The delay of the event loop is measured where it hurts: a turn that has taken its share begins nothing new,
 * so that no timer runs while nobody asks.
 */
export function shedLoad(limits: LoadLimits, loop: Loop = NODE_LOOP): LoadShedder {
  let inFlight = 0;
  let turnBegan: number | undefined;
  return {
    refuses() {
      const now = loop.now();
      if (turnBegan === undefined) {
        turnBegan = now;
        loop.nextTurn(() => {
          turnBegan = undefined;
        });
      }
      const isLate = now - turnBegan > limits.mostTurnMs && inFlight >= limits.fewInFlight;
      if (isLate || inFlight >= limits.mostInFlight) return true;
      inFlight += 1;
      return false;
    },
    ended() {
      inFlight -= 1;
    },
  };
}
