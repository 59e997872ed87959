import { AsyncLocalStorage } from 'node:async_hooks';

/** For whom a page that is being made asks our own API: nothing that comes over a network can say so. */
export type InProcess = { readonly origin: string; readonly address: string };

const calls = new AsyncLocalStorage<InProcess>();

export const callInProcess = <T>(call: InProcess, work: () => T): T => calls.run(call, work);
export const inProcessCall = (): InProcess | undefined => calls.getStore();
