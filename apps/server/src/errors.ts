import type { Problem } from '@testamur/engines/kernel';

/** Every way the server can refuse to start or go on. */
export type ServerCode =
  | 'SERVER_BASE_PATH_NOT_BUILT' // the portal was built for another base path
  | 'SERVER_CONFIGURATION_INVALID' // an environment variable has a wrong value
  | 'SERVER_FOLDER_NOT_EMPTY' // what is to be published would be mixed with something else
  | 'SERVER_NOT_BUILT' // the portal's files are missing
  | 'SERVER_OPERATIONS_UNAVAILABLE' // the listener for operators cannot have its address
  | 'SERVER_PORT_FORBIDDEN' // this user may not listen on that port
  | 'SERVER_PORT_TAKEN' // another program listens there
  | 'SERVER_ADDRESS_UNAVAILABLE'; // HOST is not an address of this machine

export type ServerProblem = Problem<ServerCode>;
