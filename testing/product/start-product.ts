import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Product = {
  /** The address that it printed, without the slash at its end. */
  readonly url: string;
  readonly process: ChildProcess;
  /** Everything it has said so far. */
  said(): string;
  /** Sends the signal and waits; the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Waits for an end that was asked for already; the exit code. */
  ended(): Promise<number | null>;
};

export type Ended = { readonly code: number | null; readonly said: string };

const PROGRAM = fileURLToPath(new URL('../../apps/server/dist/main.js', import.meta.url));

function launch(environment: Readonly<Record<string, string>>): { child: ChildProcess; said: () => string } {
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  const child = spawn(process.execPath, [PROGRAM], {
    env: { ...inherited, NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
  }
  return { child, said: () => text };
}

/** Starts the built product as `npm start` does and waits for its address. `PORT` 0 takes any free port. */
export async function startProduct(environment: Readonly<Record<string, string>>): Promise<Product> {
  const { child, said } = launch({ PORT: '0', ...environment });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const address = /Testamur is ready: (.+?)\/?\n/.exec(said())?.[1];
      if (address) resolve(address);
    });
    child.once('exit', (code) =>
      reject(new Error(`The product ended with ${code} before it was ready:\n${said()}`)),
    );
  });
  return {
    url,
    process: child,
    said,
    stop: (signal = 'SIGTERM') => endOf(child, () => child.kill(signal)),
    ended: () => endOf(child, () => {}),
  };
}

/** Runs the product where it is expected to refuse: how it ended and what it said. */
export async function runUntilEnd(environment: Readonly<Record<string, string>>): Promise<Ended> {
  const { child, said } = launch(environment);
  return { code: await endOf(child, () => {}), said: said() };
}

function endOf(child: ChildProcess, act: () => void): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('close', (code) => resolve(code));
    act();
  });
}
