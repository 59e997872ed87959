/** What would change a verdict, for one requirement at a time. */
import { expectOk } from '@testamur/engines/kernel';
import { inquire, type WhyNot } from '@testamur/engines/recognition';
import { SOURCE } from '../language/languages.ts';
import { readAsked } from './judging.ts';
import type { AssessQuestion } from './messages.ts';
import { library, locale } from './open-library.ts';

export async function whyNot({
  pack,
  rule,
  ...ask
}: AssessQuestion & { readonly pack: string; readonly rule: string }): Promise<WhyNot> {
  const open = await library();
  const { dossier, on, knownOn } = expectOk(await readAsked(ask), 'a dossier that was judged before');
  const person = { dossier, schools: (id: string) => open.registry.schools.get(id), registry: open.view };
  const law = open.lawOf(on, knownOn);
  const answer = inquire(law, person, pack).whyNot({ rule });
  const reader = await locale;
  if (reader === SOURCE) return answer;
  const { retelling } = await import('./retelling.ts');
  return (await retelling(law, reader)).whyNot(answer);
}
