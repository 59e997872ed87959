import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export type FileServer = { readonly url: string; asked(): readonly string[]; stop(): Promise<void> };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A mirror as plain as can be: files of a folder, `index.html` for a folder, nothing else. */
export async function serveFiles(folder: string): Promise<FileServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    asked.push(address);
    const place = path.join(folder, path.normalize(address));
    const file = existsSync(place) && statSync(place).isDirectory() ? path.join(place, 'index.html') : place;
    const found = existsSync(file);
    const shown = found ? file : path.join(folder, '404.html');
    response.writeHead(found ? 200 : 404, {
      'content-type': TYPES[path.extname(shown)] ?? 'application/octet-stream',
    });
    response.end(readFileSync(shown));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
