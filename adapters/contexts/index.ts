export { openContexts } from './open-contexts.ts';
