import { readConfiguration } from './configuration.ts';
import { readFlags } from './read-flags.ts';
import { startServer } from './start-server.ts';

/** The program behind `npm start`: sentences for the operator on standard output, trouble on standard error with exit code 1. */
async function main(): Promise<void> {
  const environment = readFlags(process.argv.slice(2), process.env);
  if (!environment.ok) return refuse(environment.error);
  const configuration = readConfiguration(environment.value, process.cwd());
  if (!configuration.ok) return refuse(configuration.error);
  const started = await startServer(configuration.value);
  if (!started.ok) return refuse(started.error);
  const server = started.value;
  stopOnSignals(() => server.close());
  const store =
    server.engine === 'embedded'
      ? `Its data folder is ${configuration.value.dataFolder}.`
      : 'It uses the database of DATABASE_URL.';
  console.log(
    [store, ...server.notices, `Testamur is ready: ${server.url ?? 'it works, and answers nobody'}`].join(
      '\n',
    ),
  );
  server.onFailure((reason) => {
    console.error(`${reason.message} Testamur stops; start it again.`);
    process.exit(1);
  });
}

function refuse(problem: { readonly message: string; readonly hint?: string }): void {
  console.error(`Testamur did not start. ${problem.message}`);
  if (problem.hint) console.error(problem.hint);
  process.exitCode = 1;
}

/** The first signal lets running requests finish; a second one is a person who does not want to wait. */
function stopOnSignals(close: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}

await main();
