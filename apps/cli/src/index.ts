import { nodeHost } from './host.ts';
import { runTestamur } from './run-testamur.ts';

// A reader that has seen enough (`testamur assess … | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
process.exitCode = await runTestamur(process.argv.slice(2), nodeHost());
