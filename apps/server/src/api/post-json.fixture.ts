/** What the tests of the running interface share. */
export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly at?: string;
  readonly hint?: string;
  readonly instance?: string;
  readonly problems?: readonly { readonly code: string; readonly at?: string; readonly hint?: string }[];
};

export function postJson(
  address: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  });
}
