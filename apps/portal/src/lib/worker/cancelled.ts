/** Nobody waits for the answer any more: no fault, and nothing to show. */
export class Cancelled extends Error {
  constructor() {
    super('Nobody waits for this any more.');
  }
}
