import type { Server, Socket } from 'node:net';

export type ConnectionLimits = {
  /** Of the whole process. */
  readonly most: number;
  /** Of one address; undefined where a proxy stands in front, whose address all have. */
  readonly mostPerAddress: number | undefined;
};

/** Connections above the limits are closed as they come, before a byte is read: whoever holds many leaves room for others. */
export function limitConnections(server: Server, limits: ConnectionLimits): void {
  server.maxConnections = limits.most;
  const { mostPerAddress } = limits;
  if (mostPerAddress === undefined) return;
  const held = new Map<string, number>();
  server.prependListener('connection', (socket: Socket) => {
    const address = socket.remoteAddress;
    if (address === undefined) return;
    const count = (held.get(address) ?? 0) + 1;
    if (count > mostPerAddress) {
      socket.destroy();
      return;
    }
    held.set(address, count);
    socket.once('close', () => {
      const left = (held.get(address) ?? 1) - 1;
      if (left === 0) held.delete(address);
      else held.set(address, left);
    });
  });
}
