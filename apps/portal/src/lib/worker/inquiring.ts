/** What would change a verdict, for one requirement or one route at a time. */
import { expectOk } from '@testamur/engines/kernel';
import { inquire, type WhyNot } from '@testamur/engines/recognition';
import { readAsked } from './judging.ts';
import type { WorkerCalls } from './messages.ts';
import { library, locale } from './open-library.ts';

export async function whyNot({ pack, ...ask }: WorkerCalls['whyNot']['ask']): Promise<WhyNot> {
  const open = await library(ask.words);
  const { dossier, on, knownOn } = expectOk(await readAsked(ask), 'a dossier that was judged before');
  const person = { dossier, schools: (id: string) => open.registry.schools.get(id), registry: open.view };
  const law = open.lawOf(on, knownOn);
  const answer = inquire(law, person, pack).whyNot('rule' in ask ? { rule: ask.rule } : { route: ask.route });
  const reader = await locale;
  if (reader === undefined) return answer;
  const { retelling } = await import('./retelling.ts');
  return (await retelling(law, reader)).whyNot(answer);
}
