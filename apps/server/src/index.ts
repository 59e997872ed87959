export { type Configuration, readConfiguration } from './configuration.ts';
export type { ServerCode, ServerProblem } from './errors.ts';
export { composeLibrary } from './library/compose-library.ts';
export { cutLibrary } from './library/cut-library.ts';
export { type PublishOptions, publish } from './publication/publish.ts';
export type { Published } from './publication/publish-rule-base.ts';
export { type RunningServer, startServer } from './start-server.ts';
export { startWorker, type Worker, type WorkerSettings } from './worker/start-worker.ts';
