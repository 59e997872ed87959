import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import { HOOK_CERTIFICATE } from './hook-receiver.ts';

const home: LookupFunction = (_host, options, done) =>
  options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);

type Answered = { readonly location: string | undefined; readonly cookies: readonly string[] };

const ask = (address: string, cookie: string): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const asked = request(address, { ca: HOOK_CERTIFICATE, lookup: home, headers: { cookie }, agent: false });
    asked.on('response', (answer) => {
      answer.resume();
      const cookies = (answer.headers['set-cookie'] ?? []).map((one) => one.split(';')[0] ?? '');
      resolve({ location: answer.headers.location, cookies });
    });
    asked.on('error', reject);
    asked.end();
  });

const MOST_STEPS = 12;

/** Goes where a browser would go with a provider on this machine, and says with what it is sent back. */
export async function followProvider(address: string, redirectUri: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = address;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { location, cookies } = await ask(next, [...jar].map((pair) => pair.join('=')).join('; '));
    for (const cookie of cookies) jar.set(cookie.split('=')[0] ?? '', cookie.slice(cookie.indexOf('=') + 1));
    if (location === undefined) throw new Error(`The provider led nowhere from ${next}.`);
    next = new URL(location, next).href;
    if (next.startsWith(redirectUri)) return new URL(next).search;
  }
  throw new Error('The provider led round and round.');
}
