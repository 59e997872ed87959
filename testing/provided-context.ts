/** What the setup files hand to the tests, by `inject`. */
declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a real PostgreSQL: that of DATABASE_URL when set, else one of our own. */
    databaseUrl: string;
    /** The address of a PostgreSQL of the oldest release that we support. */
    oldestDatabaseUrl: string;
    /** A closed data folder with an up-to-date, empty database, to be copied. */
    preparedFolder: string;
    /** Address of one running product that all browser tests share, without a slash at its end. */
    productUrl: string;
    /** Path of the Chromium to start. */
    browserFile: string;
  }
}

export {};
