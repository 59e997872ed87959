import { readConfiguration } from '../../configuration.ts';
import { locatePortal } from '../../portal/locate-portal.ts';
import { examineDatabase } from './examine-database.ts';
import { examineDisk, examineMemory, examineNode, examineRights } from './examine-machine.ts';
import { type Finding, ill, well } from './finding.ts';

/** Looks at everything that Testamur needs here, in the order in which one would mend it. */
export async function examine(
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
  now: () => number = Date.now,
): Promise<readonly Finding[]> {
  const machine = [examineNode(), await examineMemory()];
  const read = readConfiguration(environment, folder);
  if (!read.ok) {
    const { message, hint } = read.error;
    return [...machine, ill('configuration', message, hint ?? 'See the operator’s guide.')];
  }
  const configuration = read.value;
  const portal = locatePortal(configuration);
  return [
    ...machine,
    well('configuration', 'Every variable can be used.'),
    portal.ok
      ? well('build', 'The product is built.')
      : ill('build', portal.error.message, portal.error.hint ?? ''),
    await examineDisk(configuration.dataFolder),
    ...(await examineRights(configuration.dataFolder)),
    ...(await examineDatabase(configuration, now)),
  ];
}
