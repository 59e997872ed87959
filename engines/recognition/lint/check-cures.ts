/** A step that is said to cure a condition must make it true once its effects are there: alone, or as one of several that do together. */

import { ADDED } from '../facts/apply-effects.ts';
import type { Node } from '../language/nodes.ts';
import { subjectOf } from '../language/origin.ts';
import type { Pack, Step } from '../language/pack.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import { evaluateNode } from '../reference/evaluate-node.ts';
import { INTERPRETER } from '../reference/evaluate-rule.ts';
import type { Outcome } from '../reference/outcome.ts';
import { newMemory } from '../reference/scope.ts';
import type { Path } from '../schema/problem.ts';
import { error, type Finding, warning } from './finding.ts';
import type { LawIndex } from './law-index.ts';
import { factsAfter, heldChoices } from './step-effects.ts';

type Bench = { readonly index: LawIndex; readonly law: ResolvedLaw; readonly vocabulary: Vocabulary };

export function checkCures(pack: Pack, bench: Bench): readonly Finding[] {
  return pack.rules.flatMap((rule) =>
    rule.versions.flatMap((version, index) =>
      walkNodes(version.when, ['versions', index, 'when'])
        .filter(
          ({ node, place }) =>
            node.cure !== undefined && place.its === undefined && place.table === undefined,
        )
        .flatMap(({ node, at }) => checkNode(node, [...at, 'cure'], subjectOf('rule', rule.rule), bench)),
    ),
  );
}

/** Steps that are not there are reported as references. */
function checkNode(node: Node, at: Path, subject: string, bench: Bench): readonly Finding[] {
  const steps = (node.cure ?? []).map((id) => bench.index.steps.get(id)?.value);
  const all = steps.filter((step) => step !== undefined);
  return steps.flatMap((step, position) => {
    if (step === undefined) return [];
    const alone = tryNode(node, [step], bench);
    if (isCured(alone)) return [];
    const others = all.filter((each) => each !== step);
    if (isCured(tryNode(node, all, bench)) && !isCured(tryNode(node, others, bench))) return [];
    return [complain(step, alone, [...at, position], subject)];
  });
}

function complain(step: Step, outcome: Outcome, at: Path, subject: string): Finding {
  if (step.effects.length === 0) {
    return warning(
      'LINT_EFFECT',
      subject,
      at,
      `${step.step} does not say what becomes true: a plan cannot go on from it.`,
      'Add effects where the vocabulary can say it.',
    );
  }
  const own = missingOfAdded(outcome).map((fact) => fact.replace(/\/.*\./, '.'));
  const why =
    outcome.truth === 'false'
      ? 'the condition stays false'
      : `the condition stays unknown: ${[...new Set(own)].join(', ')} is not said`;
  return error(
    'LINT_CURE_FAILS',
    subject,
    at,
    `With the effects of ${step.step} ${why}.`,
    'Give the step the effects that the condition asks for, or cure it with another step.',
  );
}

/** Which state issues the certificate is not the step's fault: it is enough that one of them will do. */
function tryNode(node: Node, steps: readonly Step[], bench: Bench): Outcome {
  const first = tryHeld(node, steps, bench, 0);
  if (isCured(first)) return first;
  for (let held = 1; held < heldChoices(steps, bench.index, bench.vocabulary); held += 1) {
    const outcome = tryHeld(node, steps, bench, held);
    if (isCured(outcome)) return outcome;
  }
  return first;
}

function tryHeld(
  { cure: _cure, ...node }: Node,
  steps: readonly Step[],
  { index, law, vocabulary }: Bench,
  held: number,
): Outcome {
  const facts = factsAfter(steps, index, vocabulary, law.query.on, held);
  const listKeys = new Map(
    [...vocabulary.sections.values()].flatMap(({ section, key }) =>
      key === undefined ? [] : [[section, key] as const],
    ),
  );
  return evaluateNode(
    node as Node,
    {
      law,
      facts,
      registry: { accredited: () => ({ state: 'silent' }) },
      listKeys,
      memory: newMemory(),
      interpreter: INTERPRETER,
      rulePath: [],
      stepPath: [],
    },
    '',
  );
}

/** What facts that no step touches still leave open is not the steps' fault. */
const isCured = (outcome: Outcome): boolean =>
  outcome.truth === 'true' ||
  outcome.truth === 'notApplicable' ||
  (outcome.truth === 'unknown' && missingOfAdded(outcome).length === 0);

const missingOfAdded = (outcome: Outcome): readonly string[] =>
  outcome.missing.filter((fact) => fact.includes(`/${ADDED}`));
