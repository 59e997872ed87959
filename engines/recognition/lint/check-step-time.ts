/** What steps say of their time must be in order: sittings follow each other, an exam has preparation, a wait grows from a later attempt. */
import { literalDay } from '../language/literals.ts';
import { subjectOf } from '../language/origin.ts';
import type { Pack, Step } from '../language/pack.ts';
import type { Path } from '../schema/problem.ts';
import { error, type Finding } from './finding.ts';

/** Some are selected by an exam. */
const EXAMS: readonly Step['kind'][] = ['exam', 'language-test', 'selection'];

export function checkStepTime(steps: readonly Step[]): readonly Finding[] {
  return steps.flatMap((step) => [
    ...checkDates(step),
    ...checkWaits(step),
    ...checkKind(step),
    ...checkPartTime(step),
  ]);
}

const fault = (step: Step, at: Path, message: string, mend: string): Finding =>
  error('LINT_STEP_TIME', subjectOf('step', step.step), at, message, mend);

function checkDates(step: Step): readonly Finding[] {
  const dates = step.sittings?.dates ?? [];
  return dates.flatMap(({ on, registerBy }, index) => {
    const before = dates[index - 1];
    const at = ['sittings', 'dates', index];
    return [
      ...(before !== undefined && literalDay(before.on) >= literalDay(on)
        ? [fault(step, at, `${on} does not follow ${before.on}.`, 'List the days in order, each once.')]
        : []),
      ...(before !== undefined &&
      literalDay(before.on) < literalDay(on) &&
      literalDay(registerBy ?? on) < literalDay(before.registerBy ?? before.on)
        ? [
            fault(
              step,
              at,
              `The register for ${on} closes before that for ${before.on}.`,
              'Correct the days: whoever is too late for one sitting is too late for those before it.',
            ),
          ]
        : []),
      ...(registerBy !== undefined && literalDay(registerBy) > literalDay(on)
        ? [
            fault(
              step,
              at,
              `Nobody signs up on ${registerBy} for ${on}.`,
              'Correct the day to register or the day of the exam.',
            ),
          ]
        : []),
    ];
  });
}

function checkWaits(step: Step): readonly Finding[] {
  const later = step.retakeAfter?.later ?? [];
  return later.flatMap(({ from }, index) =>
    from > (later[index - 1]?.from ?? 1)
      ? []
      : [
          fault(
            step,
            ['retakeAfter', 'later', index],
            `The wait before attempt ${from} is said twice.`,
            'The first wait is that before attempt 2; list the later ones in order from attempt 3 on.',
          ),
        ],
  );
}

function checkKind(step: Step): readonly Finding[] {
  if (EXAMS.includes(step.kind)) return [];
  return (['study', 'retakeAfter'] as const).flatMap((name) =>
    step[name] === undefined
      ? []
      : [
          fault(
            step,
            [name],
            `A ${step.kind} has no ${name === 'study' ? 'preparation' : 'attempts'}.`,
            'Only exams, language tests and selections have it: correct the kind, or take it out.',
          ),
        ],
  );
}

const checkPartTime = (step: Step): readonly Finding[] =>
  step.partTime?.allowed === false && step.partTime.least !== undefined
    ? [
        fault(
          step,
          ['partTime', 'least'],
          'What is not allowed has no least share.',
          'Take least out, or allow it.',
        ),
      ]
    : [];

/** A route speaks of rules that it asks for. */
export const checkMustBeValid = ({ routes }: Pack): readonly Finding[] =>
  routes.flatMap(({ route, scope, requirements, mustBeValid = [] }) =>
    mustBeValid.flatMap(({ rule }, index) =>
      [...scope, ...requirements].includes(rule)
        ? []
        : [
            error(
              'LINT_REFERENCE',
              subjectOf('route', route),
              ['mustBeValid', index, 'rule'],
              `This route does not ask for ${rule}.`,
              'Name one of its requirements.',
            ),
          ],
    ),
  );
