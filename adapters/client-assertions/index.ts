export { openAssertions } from './open-assertions.ts';
