export { type Configuration, readConfiguration } from './configuration.ts';
export type { ServerCode, ServerProblem } from './errors.ts';
export { type RunningServer, startServer } from './start-server.ts';
