/** Effects of steps: facts and fields of the vocabulary, values of their types. `stepDay` stands for the day the step is done. */
import { parseStepDay } from '../facts/step-day.ts';
import type { Scalar } from '../language/nodes.ts';
import { subjectOf } from '../language/origin.ts';
import type { Effect, Step } from '../language/pack.ts';
import type { FactType } from '../language/vocabulary.ts';
import type { Path } from '../schema/problem.ts';
import { checkLiteral } from './check-literal.ts';
import { fieldOf, type Say, typeOfFact, type Words } from './fact-types.ts';
import { error, type Finding } from './finding.ts';

export function checkSteps(steps: readonly Step[], words: Words): readonly Finding[] {
  return steps.flatMap((step) => {
    const findings: Finding[] = [];
    const say: Say = (code, at, message, mend) =>
      void findings.push(error(code, subjectOf('step', step.step), at, message, mend));
    for (const [index, effect] of step.effects.entries()) checkEffect(effect, ['effects', index], words, say);
    return findings;
  });
}

function checkEffect(effect: Effect, at: Path, words: Words, say: Say): void {
  if ('fact' in effect) {
    const type = typeOfFact(effect.fact, {}, words, [...at, 'fact'], say);
    if (type !== undefined) checkValue(effect.fact, effect.value, type, [...at, 'value'], words, say);
    return;
  }
  const section = words.vocabulary.sections.get(effect.list);
  if (section?.kind !== 'list')
    return say(
      'LINT_LIST_UNKNOWN',
      [...at, 'list'],
      `${effect.list} is no list of the vocabulary.`,
      'Name a list, or use { fact, value }.',
    );
  for (const [name, value] of Object.entries(effect.entry)) {
    const type = fieldOf(section, name, `${effect.list}.${name}`, [...at, 'entry', name], say);
    if (type !== undefined) checkValue(name, value, type, [...at, 'entry', name], words, say);
  }
  if (effect.forEach !== undefined) checkForEach(effect.forEach, section, [...at, 'forEach'], words, say);
}

function checkValue(name: string, value: Scalar, type: FactType, at: Path, words: Words, say: Say): void {
  const day = type.type === 'day' ? parseStepDay(value) : undefined;
  if (day === undefined) return checkLiteral(name, value, type, at, words, say);
  if (!day.ok) say('LINT_TYPE', at, day.error, 'Write stepDay, or a period before it such as stepDay-P2Y.');
}

type ForEach = NonNullable<Extract<Effect, { list: string }>['forEach']>;

function checkForEach(
  { list, field, as }: ForEach,
  target: Parameters<typeof fieldOf>[0],
  at: Path,
  { vocabulary }: Words,
  say: Say,
): void {
  fieldOf(target, as, as, [...at, 'as'], say);
  const source = vocabulary.sections.get(list);
  if (source?.kind !== 'list')
    return say(
      'LINT_LIST_UNKNOWN',
      [...at, 'list'],
      `${list} is no list of the vocabulary.`,
      'Name the list whose entries are counted.',
    );
  fieldOf(source, field, field, [...at, 'field'], say);
}
