/** What the main thread and the database worker say to each other. */
export type WorkerSettings = { readonly directory: string; readonly image: string | undefined };

export type ToWorker =
  | { readonly kind: 'session' } // a new connection begins: forget the state of the one before
  | { readonly kind: 'message'; readonly bytes: Uint8Array }
  | { readonly kind: 'close' };

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'answer'; readonly bytes: Uint8Array }
  | { readonly kind: 'closed' };
