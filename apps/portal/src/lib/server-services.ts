import type { ReferenceLibrary } from './reference/library.ts';

/** What the process that serves the portal gives to its pages. */
export type ServerServices = {
  /** Answers a request to our own API inside the process: no socket, the same bytes as over the wire. */
  readonly callApi: (request: Request) => Promise<Response>;
  /** Tells the operator that a page could not be made. Absent in development. */
  readonly tellFault?: (error: unknown) => void;
  /** Law and registry as the build read and checked them. */
  readonly library: ReferenceLibrary;
};

/** The name under which the server leaves its services on the raw request. */
export const SERVICES_KEY = 'testamurServices';
