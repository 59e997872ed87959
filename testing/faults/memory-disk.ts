/**
 * A disk in memory that forgets what was not synced. Every call can be made to fail, and the power can go at any moment:
 * a program that leaves out one wait for the disk is found out, as it would not be on a real disk that is seldom switched off.
 */
import type { Files, OpenFile } from '@testamur/adapters/log';

export type Fault = 'EIO' | 'ENOSPC' | 'EINTR' | 'short' | 'crash-before' | 'crash-after';

export type Call = { readonly name: string; readonly path: string; readonly nth: number };

/** A whole number from 0 to `most`. */
export type Choose = (most: number) => number;

export type Disk = {
  readonly files: Files;
  /** How many calls were made so far. */
  readonly calls: () => number;
  /** Asked before each call; what it names happens to that call. */
  fault: (call: Call) => Fault | undefined;
  /** A new process on what the old one left. */
  readonly restart: () => void;
  /** The power went: of what was not synced, chance keeps some. Then a new process. */
  readonly losePower: (choose: Choose) => void;
};

type Inode = { live: Uint8Array; synced: Uint8Array; isPoisoned: boolean; isMoved: boolean };
type Names = Map<string, Inode | 'folder'>;
type NameChange = { readonly folder: string; readonly apply: (names: Names) => void };

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code });
}

/** @param deaf a call that says yes and does nothing, as if the program had left it out */
export function makeDisk(deaf?: 'sync' | 'syncFolder'): Disk {
  let names: Names = new Map([['', 'folder']]);
  let durable: Names = new Map(names);
  let changes: NameChange[] = [];
  let [count, life, isDead] = [0, 0, false];
  let isLocked = false;
  const inodes = new Set<Inode>();

  const change = (folder: string, apply: NameChange['apply']): void => {
    apply(names);
    changes.push({ folder, apply });
  };

  /** Runs a call under the fault that it meets; `half` is what a write does before it fails. */
  async function call<T>(name: string, path: string, act: () => T, half?: () => T): Promise<T> {
    // As a real disk, it answers later.
    await Promise.resolve();
    if (isDead) throw failure('EDEAD');
    count += 1;
    const fault = disk.fault({ name, path, nth: count });
    if (fault === undefined) return act();
    if (fault === 'short') return half === undefined ? act() : half();
    if (fault === 'crash-after') act();
    if (fault === 'ENOSPC' || fault === 'crash-before') half?.();
    if (fault.startsWith('crash')) isDead = true;
    throw failure(fault);
  }

  function mustHave(folder: string): void {
    if (names.get(folder) !== 'folder') throw failure('ENOENT');
  }

  function openInode(path: string): OpenFile {
    const old = names.get(path);
    if (old === 'folder') throw failure('EISDIR');
    mustHave(folderOf(path));
    const inode = old ?? {
      live: new Uint8Array(0),
      synced: new Uint8Array(0),
      isPoisoned: false,
      isMoved: false,
    };
    inode.live = new Uint8Array(0);
    inodes.add(inode);
    // Once its new name is on the disk, so is that it lost the old one.
    if (old === undefined)
      change(folderOf(path), (into) => {
        if (into === names || !inode.isMoved) into.set(path, inode);
      });
    return handleOf(inode, path);
  }

  function handleOf(inode: Inode, path: string): OpenFile {
    const born = life;
    const alive =
      <T>(act: () => T) =>
      () => {
        if (born !== life) throw failure('EBADF');
        return act();
      };
    const take = (bytes: Uint8Array): number => {
      inode.live = Uint8Array.from([...inode.live, ...bytes]);
      return bytes.length;
    };
    return {
      write: (bytes) =>
        call(
          'write',
          path,
          alive(() => take(bytes)),
          alive(() => take(bytes.subarray(0, Math.max(1, Math.floor(bytes.length / 2))))),
        ),
      sync: () =>
        call(
          'sync',
          path,
          alive(() => {
            if (!inode.isPoisoned && deaf !== 'sync') inode.synced = inode.live;
          }),
        ).catch((error: unknown) => {
          // As on Linux: after a failed sync the next one says yes to pages that never reached the disk.
          // A process that died before it asked has spoilt nothing.
          inode.isPoisoned ||= !isDead;
          throw error;
        }),
      close: () =>
        call(
          'close',
          path,
          alive(() => undefined),
        ),
    };
  }

  const files: Files = {
    read: (path) =>
      call('read', path, () => {
        const found = names.get(path);
        return found === undefined || found === 'folder' ? undefined : found.live.slice();
      }),
    list: (folder) =>
      call('list', folder, () =>
        [...names]
          .filter(([path]) => path !== '' && folderOf(path) === folder)
          .map(([path, item]) => ({
            name: path.slice(path.lastIndexOf('/') + 1),
            isFolder: item === 'folder',
          })),
      ),
    create: (path) => call('create', path, () => openInode(path)),
    rename: (from, to) =>
      call('rename', to, () => {
        const inode = names.get(from);
        if (inode === undefined || inode === 'folder') throw failure('ENOENT');
        mustHave(folderOf(to));
        change(folderOf(to), (into) => {
          if (into.get(from) === inode) into.delete(from);
          into.set(to, inode);
          if (into !== names) inode.isMoved = true;
        });
      }),
    makeFolder: (folder) =>
      call('makeFolder', folder, () => {
        if (names.has(folder)) return;
        mustHave(folderOf(folder));
        change(folderOf(folder), (into) => void into.set(folder, 'folder'));
      }),
    remove: (item) =>
      call('remove', item, () => {
        change(folderOf(item), (into) => {
          for (const path of [...into.keys()])
            if (path === item || path.startsWith(`${item}/`)) into.delete(path);
        });
      }),
    syncFolder: (folder) =>
      call('syncFolder', folder, () => {
        mustHave(folder);
        if (deaf === 'syncFolder') return;
        for (const made of changes) if (made.folder === folder) made.apply(durable);
        changes = changes.filter((made) => made.folder !== folder);
      }),
    lock: (path) =>
      call('lock', path, () => {
        if (isLocked) return undefined;
        isLocked = true;
        return {
          release: async () => {
            isLocked = false;
          },
        };
      }),
  };

  const restart = (): void => {
    [isDead, isLocked] = [false, false];
    life += 1;
    disk.fault = () => undefined;
  };

  const disk: Disk = {
    files,
    calls: () => count,
    fault: () => undefined,
    restart,
    losePower: (choose) => {
      keepSome(durable, changes, choose);
      for (const inode of inodes) settle(inode, choose);
      changes = [];
      durable = withoutOrphans(durable);
      names = new Map(durable);
      restart();
    },
  };
  return disk;
}

/** Of each folder the first so many changes reached the disk: file systems keep them in order. */
function keepSome(durable: Names, changes: readonly NameChange[], choose: Choose): void {
  for (const folder of new Set(changes.map((made) => made.folder))) {
    const mine = changes.filter((made) => made.folder === folder);
    for (const made of mine.slice(0, choose(mine.length))) made.apply(durable);
  }
}

function settle(inode: Inode, choose: Choose): void {
  const kept = choose(2);
  const torn = inode.synced.length + choose(Math.max(0, inode.live.length - inode.synced.length));
  const content = [inode.synced, inode.live, inode.live.slice(0, torn)][kept] ?? inode.synced;
  [inode.live, inode.synced, inode.isPoisoned] = [content, content, false];
}

function withoutOrphans(names: Names): Names {
  const hasFolders = (path: string): boolean =>
    path === '' || (names.get(folderOf(path)) === 'folder' && hasFolders(folderOf(path)));
  return new Map([...names].filter(([path]) => hasFolders(path)));
}
