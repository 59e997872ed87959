/**
 * A route as a FHIR R4 PlanDefinition: one action for each requirement, with the logic that groups of actions can say, then the steps.
 * Elements, cardinalities and value sets: https://hl7.org/fhir/R4/plandefinition.html, /valueset-action-selection-behavior.html,
 * /valueset-action-condition-kind.html, /valueset-action-relationship-type.html, /valueset-related-artifact-type.html.
 */
import { type Citation, canonicalise, expectOk } from '../../kernel/index.ts';
import type { Node } from '../language/nodes.ts';
import type { Route, Step } from '../language/pack.ts';
import { describeNode } from '../operators/index.ts';
import type { ExportInput } from './export-input.ts';
import { operatorNameOf, type Wording, wordingOf } from './lawful-wordings.ts';
import { type Loss, type LossBook, openLossBook, tellLosses } from './losses.ts';
import { loseOfRoute, loseOfStep } from './losses-of-law.ts';

/** The operators that groups of actions have a form for; `exactly` only where it asks for one. */
export const FHIR_SAYS: ReadonlySet<string> = new Set(['all', 'any', 'exactly']);

export type RelatedArtifact = {
  readonly type: 'documentation' | 'citation';
  readonly label?: string;
  readonly display?: string;
  readonly citation?: string;
  readonly url?: string;
};
export type PlanAction = {
  readonly id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly textEquivalent?: string;
  readonly documentation?: readonly RelatedArtifact[];
  readonly condition?: readonly {
    readonly kind: 'applicability';
    readonly expression: {
      readonly description: string;
      readonly language: string;
      readonly expression: string;
    };
  }[];
  readonly relatedAction?: readonly { readonly actionId: string; readonly relationship: 'after-end' }[];
  readonly groupingBehavior?: 'logical-group';
  readonly selectionBehavior?: 'all' | 'one-or-more' | 'exactly-one';
  readonly requiredBehavior?: 'must';
  readonly action?: readonly PlanAction[];
};
type Coded = { readonly coding: readonly { readonly system: string; readonly code: string }[] };
export type PlanDefinition = {
  readonly resourceType: 'PlanDefinition';
  readonly id: string;
  readonly url: string;
  readonly version: string;
  readonly name: string;
  readonly title: string;
  readonly type: Coded;
  readonly status: 'active' | 'retired';
  readonly subjectCodeableConcept: Coded;
  readonly date: string;
  readonly publisher: string;
  readonly description: string;
  readonly usage: string;
  readonly jurisdiction?: readonly Coded[];
  readonly relatedArtifact: readonly RelatedArtifact[];
  readonly action: readonly PlanAction[];
};

const coded = (system: string, code: string): Coded => ({ coding: [{ system, code }] });
/** An id of FHIR has letters, digits, hyphens and dots, 64 at most. */
const idOf = (text: string): string => text.replace(/[^A-Za-z0-9.-]/g, '-').slice(0, 64);
/** A name that machines can use: https://hl7.org/fhir/R4/plandefinition.html, constraint pdf-0. */
const nameOf = (text: string): string => `Route_${text.replace(/[^A-Za-z0-9]/g, '_')}`.slice(0, 255);

export function toPlanDefinition(
  route: Route,
  input: ExportInput,
): { readonly document: PlanDefinition; readonly losses: readonly Loss[] } {
  const book = openLossBook();
  loseOfRoute(route, book);
  const wordings = [...new Set([...route.scope, ...route.requirements])].flatMap((id) => {
    const resolved = input.law.rules.get(id);
    return resolved === undefined ? [] : [wordingOf(resolved, book)];
  });
  const requirements = wordings.map((wording) => actionOfRule(wording, input, book));
  const steps = stepsOf(route, wordings, input);
  const actions: readonly PlanAction[] = [
    {
      id: 'requirements',
      title: 'Requirements',
      groupingBehavior: 'logical-group',
      selectionBehavior: 'all',
      requiredBehavior: 'must',
      action: requirements,
    },
    ...(steps.length === 0
      ? []
      : [{ id: 'steps', title: 'Steps', action: steps.map((step) => actionOfStep(step, steps, book)) }]),
  ];
  const losses = book.all();
  const { pack } = input;
  const { from, to } = route.inForce ?? {};
  const isOver = (to !== undefined && to <= input.on) || (from !== undefined && from > input.on);
  return {
    losses,
    document: {
      resourceType: 'PlanDefinition',
      id: idOf(route.route),
      url: input.links.route(route.route),
      version: pack.version,
      name: nameOf(route.route),
      title: route.title,
      type: coded('http://terminology.hl7.org/CodeSystem/plan-definition-type', 'workflow-definition'),
      status: isOver ? 'retired' : 'active',
      subjectCodeableConcept: coded('http://hl7.org/fhir/resource-types', 'Practitioner'),
      date: input.on,
      publisher: 'Testamur',
      description: `${route.for}. The law of ${input.on} as ${pack.regulator.name} applies it; an extract, not its statement.`,
      usage: tellLosses(losses),
      ...jurisdictionOf(pack.jurisdiction),
      relatedArtifact: [
        { type: 'documentation', display: route.title, url: input.links.route(route.route) },
        ...route.cite.map(artifactOf),
      ],
      action: actions,
    },
  };
}

/** A regime is no country; it has no code of ISO 3166. */
function jurisdictionOf(code: string): { readonly jurisdiction?: readonly Coded[] } {
  if (/^[A-Z]{2}$/.test(code) && code !== 'EU')
    return { jurisdiction: [coded('urn:iso:std:iso:3166', code)] };
  return /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code)
    ? { jurisdiction: [coded('urn:iso:std:iso:3166:-2', code)] }
    : {};
}

const artifactOf = ({ source, locator, url, citation, grade, seen }: Citation): RelatedArtifact => ({
  type: 'citation',
  label: source,
  display: `${source}, ${locator}`,
  citation: `${citation ?? source}, ${locator}; grade ${grade}; ${seen === 'undated' ? 'seen on no known day' : `seen ${seen}`}`,
  ...(url === undefined ? {} : { url }),
});

function actionOfRule({ rule, version }: Wording, input: ExportInput, book: LossBook): PlanAction {
  const cite = version?.cite ?? [];
  return {
    id: idOf(rule.rule),
    title: rule.title,
    description: rule.text,
    documentation: [
      { type: 'documentation', display: rule.title, url: input.links.rule(rule.rule) },
      ...cite.map(artifactOf),
    ],
    ...(version === undefined ? {} : logicOf(version.when, rule.rule, input, book)),
  };
}

type Logic = Pick<PlanAction, 'condition' | 'groupingBehavior' | 'selectionBehavior' | 'action'>;

function logicOf(node: Node, place: string, input: ExportInput, book: LossBook): Logic {
  loseFrame(node, place, book);
  const group = (
    parts: readonly Node[],
    selectionBehavior: 'all' | 'one-or-more' | 'exactly-one',
  ): Logic => ({
    groupingBehavior: 'logical-group',
    selectionBehavior,
    action: parts.map((part) => ({
      description: describeNode(part, input.words),
      ...logicOf(part, place, input, book),
    })),
  });
  if ('all' in node) return group(node.all, 'all');
  if ('any' in node) return group(node.any, 'one-or-more');
  if ('exactly' in node && node.exactly.n === 1) return group(node.exactly.of, 'exactly-one');
  for (const inner of input.nodesBelow(node)) {
    book.lose(
      operatorNameOf(inner),
      place,
      'It is told in words and as data of a rule, which no FHIR engine evaluates.',
    );
    if (inner !== node) loseFrame(inner, place, book);
  }
  // The value set of languages is extensible: none of its codes fits, a media type does (https://hl7.org/fhir/R4/valueset-expression-language.html).
  const expression = {
    description: describeNode(node, input.words),
    language: 'application/json',
    expression: expectOk(canonicalise(node), 'a condition is JSON'),
  };
  return { condition: [{ kind: 'applicability', expression }] };
}

function loseFrame(node: Node, place: string, book: LossBook): void {
  if (node.cure !== undefined)
    book.lose(
      'cure',
      place,
      'Which step makes which condition true is left out; the steps themselves are there.',
    );
  if (node.waiver !== undefined) book.lose('waiver', place, 'That a failure may be set aside is left out.');
  if (node.cite !== undefined)
    book.lose('citations of parts', place, 'Citations of parts of a rule stand on its page only.');
}

/** The steps at the end, those that cure, and what comes before them. */
function stepsOf(route: Route, wordings: readonly Wording[], input: ExportInput): readonly Step[] {
  const cures = wordings.flatMap(({ version }) =>
    version === undefined ? [] : input.nodesBelow(version.when).flatMap(({ cure = [] }) => cure),
  );
  const ids = new Set([...cures, ...route.finally]);
  for (const id of ids)
    for (const required of input.law.steps.get(id)?.requires ?? [])
      if ('step' in required) ids.add(required.step);
  return [...ids].flatMap((id) => input.law.steps.get(id) ?? []);
}

function actionOfStep(step: Step, steps: readonly Step[], book: LossBook): PlanAction {
  loseOfStep(step, book);
  const before = step.requires.flatMap((required) =>
    'step' in required && steps.some((each) => each.step === required.step) ? [required.step] : [],
  );
  return {
    id: idOf(step.step),
    title: step.title,
    description: step.text,
    ...(step.cite.length === 0 ? {} : { documentation: step.cite.map(artifactOf) }),
    ...(before.length === 0
      ? {}
      : { relatedAction: before.map((id) => ({ actionId: idOf(id), relationship: 'after-end' as const })) }),
  };
}
