export { type Gate, openProviders } from './open-providers.ts';
