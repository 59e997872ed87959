import type { ChildProcess } from 'node:child_process';

const PATIENCE = 180_000;

/** Where a server that starts says it is, without a slash at the end; what it said instead, when it ends or says nothing. */
export function addressOf(server: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`The server is not ready after minutes: ${said}`)),
      PATIENCE,
    );
    const hear = (words: Buffer): void => {
      said += words.toString();
      const url = /Testamur is ready: (\S+?)\/?\n/.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      resolve(url);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', () => {
      clearTimeout(late);
      reject(new Error(`The server stopped: ${said}`));
    });
  });
}
