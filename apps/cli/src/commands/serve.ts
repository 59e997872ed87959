import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { cannotRun, refuse } from '../refuse.ts';

export type ServeArguments = {
  readonly port?: string | undefined;
  readonly address?: string | undefined;
  readonly data?: string | undefined;
  readonly role?: string | undefined;
};

/** `testamur serve`: the portal and the API in this process, until a signal ends it. Everything else is set by environment, as for npm start. */
export async function runServe(given: ServeArguments, host: Host): Promise<ExitCode> {
  const { readConfiguration, startServer } = await import('@testamur/server');
  const environment = {
    ...process.env,
    ...(given.port === undefined ? {} : { PORT: given.port }),
    ...(given.address === undefined ? {} : { HOST: given.address }),
    ...(given.data === undefined ? {} : { TESTAMUR_DATA: given.data }),
    ...(given.role === undefined ? {} : { TESTAMUR_ROLE: given.role }),
  };
  const configuration = readConfiguration(environment, process.cwd());
  if (!configuration.ok) return refuse([configuration.error], host, { json: false });
  const started = await startServer(configuration.value);
  if (!started.ok) return cannotRun(started.error, host, false);
  const server = started.value;
  host.write(
    `${[...server.notices, `Testamur is ready: ${server.url ?? 'it works, and answers nobody'}`].join('\n')}\n`,
  );
  return new Promise((resolve) => {
    const stop = (code: ExitCode): void =>
      void server.close().then(
        () => resolve(code),
        () => resolve(EXIT.bug),
      );
    server.onFailure((reason) => {
      host.writeError(`${reason.message} Testamur stops; start it again.\n`);
      stop(EXIT.cannotRun);
    });
    // The first signal lets running requests finish; a second one is a person who does not want to wait.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(EXIT.answered));
  });
}
