import { lookup as lookUp } from 'node:dns';
import { Agent, request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { err, ok, type Result } from '@testamur/engines/kernel';
import { type EgressProblem, refuse } from './errors.ts';
import { isPublicAddress } from './is-public-address.ts';

export type EgressSettings = {
  /** Reaches nobody. */
  readonly isOffline?: boolean;
  /** Names that may lead to private addresses, with the certificate that they show. For tests. */
  readonly allowedHosts?: readonly { readonly host: string; readonly certificate: string }[];
  /** How names are looked up; the system's way otherwise. */
  readonly resolve?: LookupFunction;
};

export type Outgoing = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** From the first byte of the connection to the last of the answer. */
  readonly timeoutMs: number;
  readonly mostBytes: number;
};
/** What was answered, redirects included: nobody follows them. */
export type Incoming = {
  readonly status: number;
  readonly contentType: string;
  /** Read as UTF-8. */
  readonly body: string;
  /** As they came: what a digest is taken of. */
  readonly bytes: Uint8Array;
};

export type Egress = (outgoing: Outgoing) => Promise<Result<Incoming, EgressProblem>>;

const PRIVATE = 'EGRESS_PRIVATE';

/**
 * The way out. Each call makes a connection of its own and looks at the addresses of the name as it connects.
 *
 * @example
 * const egress = openEgress({});
 * const answer = await egress({ method: 'POST', url, headers, body, timeoutMs: 10_000, mostBytes: 65_536 });
 */
export function openEgress(settings: EgressSettings): Egress {
  return async (outgoing) => {
    if (settings.isOffline) return err(offline());
    const url = readUrl(outgoing.url);
    if (!url.ok) return url;
    const host = hostOf(url.value);
    const allowed = settings.allowedHosts?.find((one) => one.host === host);
    if (!allowed && isIP(host) !== 0 && !isPublicAddress(host)) return err(isPrivate(url.value.host));
    const resolve = settings.resolve ?? (lookUp as LookupFunction);
    const agent = new Agent({
      keepAlive: false,
      lookup: allowed ? resolve : publicOnly(resolve),
      ...(allowed ? { ca: allowed.certificate } : {}),
    });
    const answered = await exchange(url.value, outgoing, agent);
    agent.destroy();
    return answered;
  };
}

/** The name between brackets, of an IPv6 address. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');

function readUrl(text: string): Result<URL, EgressProblem> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' && url.username === '' && url.password === '') return ok(url);
  return err(
    refuse(
      'EGRESS_ADDRESS_UNFIT',
      'Only addresses that begin with https:// and hold no password are reached.',
      'Correct the address.',
    ),
  );
}

/** Refuses the whole name when one of its addresses is not public: which of them is taken is not ours to choose. */
export function publicOnly(resolve: LookupFunction): LookupFunction {
  return (host, options, done) =>
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const addresses = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found;
      const [first] = addresses;
      if (!first || !addresses.every((one) => isPublicAddress(one.address)))
        return done(Object.assign(new Error(PRIVATE), { code: PRIVATE }), []);
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
}

function exchange(url: URL, outgoing: Outgoing, agent: Agent): Promise<Result<Incoming, EgressProblem>> {
  const { method, headers, body, timeoutMs, mostBytes } = outgoing;
  return new Promise((resolve) => {
    const give = (result: Result<Incoming, EgressProblem>) => {
      clearTimeout(timer);
      resolve(result);
      asked.destroy();
    };
    const sent = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options: RequestOptions = { method, agent, headers: { ...headers, ...sent } };
    const asked = httpsRequest(url, options, (answer) => {
      const chunks: Buffer[] = [];
      let length = 0;
      answer.on('data', (chunk: Buffer) => {
        length += chunk.length;
        chunks.push(chunk);
        if (length > mostBytes) give(err(tooLarge(url.host, mostBytes)));
      });
      answer.on('error', () => give(err(unreachable(url.host))));
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const contentType = answer.headers['content-type'] ?? '';
        give(ok({ status: answer.statusCode ?? 0, contentType, body: bytes.toString('utf8'), bytes }));
      });
    });
    const timer = setTimeout(() => give(err(timedOut(url.host, timeoutMs))), timeoutMs);
    asked.on('error', (error: NodeJS.ErrnoException) =>
      give(err(error.code === PRIVATE ? isPrivate(url.host) : unreachable(url.host))),
    );
    asked.end(body);
  });
}

const offline = () =>
  refuse('EGRESS_OFFLINE', 'This installation reaches no other machine.', 'Switch egress on to send this.');
const isPrivate = (host: string) =>
  refuse(
    'EGRESS_ADDRESS_PRIVATE',
    `${host} leads to an address that is not on the public internet.`,
    'Use a name whose addresses are all public.',
  );
const unreachable = (host: string) =>
  refuse(
    'EGRESS_UNREACHABLE',
    `${host} cannot be reached, or its certificate is not trusted.`,
    'Try again later.',
  );
const timedOut = (host: string, ms: number) =>
  refuse('EGRESS_TIMED_OUT', `${host} gave no whole answer within ${ms} ms.`, 'Try again later.');
const tooLarge = (host: string, most: number) =>
  refuse('EGRESS_TOO_LARGE', `${host} answers with more than ${most} bytes.`, 'Answer with less.');
