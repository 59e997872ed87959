import type { PersonKeys } from '@testamur/services/privacy';

const refuse = (): never => {
  throw new Error(
    'The database was opened without person keys: nothing about people can be written or read.',
  );
};

/** For those who open a database to look after it. What is about people stays as it is stored. */
export const NO_KEYS: PersonKeys = {
  find: refuse,
  make: refuse,
  destroy: refuse,
  restrict: refuse,
  get lookupKey(): Uint8Array {
    return refuse();
  },
};
