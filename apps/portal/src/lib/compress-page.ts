/**
 * A page written for this request, packed for whoever can unpack it: on a slow line it stands seconds earlier. Pages carry no secret
 * that a guesser could mix with text of his own (BREACH): what a person entered is not in them.
 */
export function compressPage(request: Request, page: Response): Response {
  const isPage = page.headers.get('content-type')?.startsWith('text/html') === true;
  const isPacked = page.headers.has('content-encoding');
  if (!isPage || isPacked || page.body === null) return page;
  const headers = new Headers(page.headers);
  headers.append('vary', 'accept-encoding');
  if (!takesGzip(request.headers.get('accept-encoding')))
    return new Response(page.body, { ...statusOf(page), headers });
  headers.set('content-encoding', 'gzip');
  headers.delete('content-length');
  return new Response(page.body.pipeThrough(new CompressionStream('gzip')), { ...statusOf(page), headers });
}

const statusOf = ({ status, statusText }: Response) => ({ status, statusText });

/** RFC 9110, section 12.5.3: a coding with the weight 0 is refused. */
const takesGzip = (accepted: string | null): boolean =>
  /(^|,)\s*(gzip|\*)\s*(;\s*q=(0\.\d*[1-9]\d*|1(\.0*)?)\s*)?(,|$)/i.test(accepted ?? '');
