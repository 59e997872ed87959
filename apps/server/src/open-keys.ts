import path from 'node:path';
import { openPersonKeys, type PersonKeysProblem, readMasterKey } from '@testamur/adapters/person-keys';
import { err, ok, type Result } from '@testamur/engines/kernel';
import type { PersonKeys } from '@testamur/services/privacy';
import type { Configuration } from './configuration.ts';
import type { ServerProblem } from './errors.ts';

export type KeysOpened = {
  readonly keys: PersonKeys;
  /** Sentences that the operator should read at start. */
  readonly notices: readonly string[];
};

/** Opens the folder of person keys, which lies apart from the database and its backups. */
export function openKeys(
  configuration: Configuration,
): Result<KeysOpened, PersonKeysProblem | ServerProblem> {
  const { personKeysFolder: folder, dataFolder } = configuration;
  if (!path.relative(dataFolder, folder).startsWith('..')) return err(insideData(folder, dataFolder));
  const master = readMasterKey({
    text: configuration.masterKey,
    file: configuration.masterKeyFile,
    folder,
  });
  if (!master.ok) return master;
  const opened = openPersonKeys({ folder, copies: copiesOf(folder), master: master.value.master });
  if (!opened.ok) return opened;
  return ok({ keys: opened.value, notices: master.value.isBesideKeys ? [besideKeys(folder)] : [] });
}

/** Where copies of keys lie. */
export const copiesOf = (folder: string): string => `${folder}-copies`;

const insideData = (folder: string, dataFolder: string): ServerProblem => ({
  code: 'SERVER_CONFIGURATION_INVALID',
  message: `The folder of person keys ${folder} lies in the data folder ${dataFolder}: whoever copies the data would copy the keys that keep it closed.`,
  hint: 'Set TESTAMUR_PERSON_KEYS to a folder elsewhere.',
});

const besideKeys = (folder: string) =>
  `What is kept about people is enciphered under the keys in ${folder}; back them up apart from the data, and never without them. For data that matters, give the master key with TESTAMUR_MASTER_KEY_FILE: the one in use lies beside the keys.`;
