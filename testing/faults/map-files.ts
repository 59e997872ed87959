import type { Files } from '@testamur/adapters/log';

/** Files in a map that never fails: quick to copy, for whatever is not about the disk. */
export function mapFiles(map: Map<string, Uint8Array>): Files {
  return {
    read: async (path) => map.get(path),
    list: async (folder) => {
      const prefix = folder === '' ? '' : `${folder}/`;
      const inside = [...map.keys()]
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length));
      const names = new Map(inside.map((rest) => [rest.split('/')[0] ?? '', rest.includes('/')]));
      return [...names].map(([name, isFolder]) => ({ name, isFolder }));
    },
    create: async (path) => {
      const parts: Uint8Array[] = [];
      map.set(path, new Uint8Array(0));
      return {
        write: async (bytes) => {
          parts.push(bytes.slice());
          return bytes.length;
        },
        sync: async () => void map.set(path, new Uint8Array(Buffer.concat(parts))),
        close: async () => {},
      };
    },
    rename: async (from, to) => {
      map.set(to, map.get(from) ?? new Uint8Array(0));
      map.delete(from);
    },
    makeFolder: async () => {},
    remove: async (item) => {
      for (const path of map.keys()) if (path === item || path.startsWith(`${item}/`)) map.delete(path);
    },
    syncFolder: async () => {},
    lock: async () => ({ release: async () => {} }),
  };
}
