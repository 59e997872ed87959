/** The file system as far as a log needs it, so that tests can let every single call fail. Paths are relative, with slashes. */
export type Files = ReadFiles & WriteFiles;

/** Enough to read, verify and mirror. */
export type ReadFiles = {
  /** The whole file; undefined when it is not there. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** What a folder holds; nothing when it is not there. */
  readonly list: (folder: string) => Promise<readonly FolderItem[]>;
};

export type FolderItem = { readonly name: string; readonly isFolder: boolean };

export type WriteFiles = {
  /** A new file, or an old one emptied. */
  readonly create: (path: string) => Promise<OpenFile>;
  /** Takes the place of what has that name. */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** One folder in one that is there; no fault when it is there already. */
  readonly makeFolder: (folder: string) => Promise<void>;
  /** A file or a folder with all that it holds; no fault when it is not there. */
  readonly remove: (path: string) => Promise<void>;
  /** Waits until the names in a folder are on the disk. */
  readonly syncFolder: (folder: string) => Promise<void>;
  /** Says that this process writes here; undefined when another living one does. */
  readonly lock: (path: string) => Promise<Lock | undefined>;
};

export type Lock = { readonly release: () => Promise<void> };

export type OpenFile = {
  /** How many of the bytes were taken: perhaps not all. */
  readonly write: (bytes: Uint8Array) => Promise<number>;
  /** Waits until what was written is on the disk. After an error nothing is known of it, whatever a second try says. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
};
