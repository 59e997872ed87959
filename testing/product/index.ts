export { followProvider } from './follow-provider.ts';
export { HOOK_CERTIFICATE, type HookReceiver, type Received, startHookReceiver } from './hook-receiver.ts';
export { type LetterReceived, type MailReceiver, startMailReceiver } from './mail-receiver.ts';
export { type FileServer, serveFiles } from './serve-files.ts';
export { type IdentityProvider, startIdentityProvider } from './start-identity-provider.ts';
export { type Ended, type Product, runUntilEnd, startProduct } from './start-product.ts';
export { type ReverseProxy, startProxy } from './start-proxy.ts';
export { startThree, type Three } from './start-three.ts';
