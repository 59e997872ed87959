import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Balancer = { readonly url: string; stop(): Promise<void> };

/** Gives each new connection to the next of the servers, as it comes: no header is changed, so that every server sees what the browser sent. */
export async function startBalancer(targets: readonly string[]): Promise<Balancer> {
  const open = new Set<Socket>();
  let next = 0;
  const server = createServer((incoming) => {
    const target = new URL(targets[next % targets.length] ?? '');
    next += 1;
    const onward = connect(Number(target.port), target.hostname);
    for (const socket of [incoming, onward]) {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
      // One end that breaks breaks the other; nobody is left waiting.
      socket.on('error', () => {
        incoming.destroy();
        onward.destroy();
      });
    }
    incoming.pipe(onward).pipe(incoming);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
