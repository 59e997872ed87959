import { err, joinBytes, ok, type Result } from '@testamur/engines/kernel';
import { type LogProblem, refuse } from './errors.ts';
import type { ReadFiles } from './files.ts';

/** A log at an address, read only. */
export type HttpFiles = ReadFiles & {
  /** Why the last read failed, where the address and not the log is at fault. */
  readonly trouble: () => LogProblem | undefined;
};

export type HttpOptions = {
  /** The outside world; tests bring their own. */
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
};

/** A full bundle of the longest entries is a little shorter (C2SP tlog-tiles). */
const LONGEST = 17_000_000;

/**
 * The files of a log below an address, such as `https://example.org/log`. Only https, but for this machine itself; no redirects; nothing longer than a
 * log may serve. The address is the word of whoever gives the command: it is never taken from something that was read.
 */
export function httpFiles(address: string, options: HttpOptions = {}): Result<HttpFiles, LogProblem> {
  const base = URL.canParse(address) ? new URL(address) : undefined;
  if (base === undefined || !isAllowed(base)) return err(notAllowed());
  base.search = '';
  base.hash = '';
  base.pathname = `${base.pathname.replace(/\/+$/, '')}/`;
  let trouble: LogProblem | undefined;
  return ok({
    read: async (path) => {
      try {
        return await readOne(new URL(path, base), options);
      } catch (error) {
        trouble = unreachable(base, error);
        throw error;
      }
    },
    // A mirror asks for files by name only.
    list: async () => [],
    trouble: () => trouble,
  });
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const isAllowed = (url: URL): boolean =>
  url.username === '' &&
  url.password === '' &&
  (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname)));

async function readOne(
  url: URL,
  { fetch: ask = fetch, timeoutMs = 30_000 }: HttpOptions,
): Promise<Uint8Array | undefined> {
  const answer = await ask(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
  if (answer.status === 404 || answer.status === 410) {
    await answer.body?.cancel();
    return undefined;
  }
  if (answer.status !== 200) {
    await answer.body?.cancel();
    throw new Error(`it answered ${answer.status}`);
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += part.length;
    if (length > LONGEST) throw new Error('it sent more than a file of a log can hold');
    parts.push(part);
  }
  return joinBytes(...parts);
}

const notAllowed = (): LogProblem =>
  refuse(
    'LOG_ADDRESS_REFUSED',
    'A log is read from an address that begins with https://, without a user name; http:// serves this machine only.',
    'Give the address below which `checkpoint` lies, such as https://example.org/log.',
  );

const unreachable = (base: URL, error: unknown): LogProblem => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return refuse(
    'LOG_UNREACHABLE',
    `The log at ${base.href} could not be read: ${cause instanceof Error ? cause.message : String(cause)}. The copy is as it was.`,
    'Check the address and the connection, then try again: it goes on where it was.',
  );
};
