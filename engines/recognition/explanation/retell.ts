/** A published explanation told again in another language: each node is found in the law by its place, and its sentence made anew. */
import type { Assessment, ExplanationNode, RequirementResult } from '../assessment.ts';
import type { Node } from '../language/nodes.ts';
import { childrenOf } from '../operators/index.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { WhyNot } from './explain-why-not.ts';
import type { Obstacle, Residual } from './residual.ts';
import { type Speech, tellIn } from './tell-in.ts';
import { type Told, wordingIn } from './tell-node.ts';

export type Retelling = {
  readonly explanation: (node: ExplanationNode) => ExplanationNode;
  readonly assessment: (assessment: Assessment) => Assessment;
  readonly whyNot: (whyNot: WhyNot) => WhyNot;
  readonly residual: (residual: Residual) => Residual;
};

/** `law` must be the law of the two dates by which the explanation was made. */
export function retellIn(law: ResolvedLaw, speech: Speech): Retelling {
  const tell = tellIn(speech);
  const wording = wordingIn(speech.say);
  const nodes = placesIn(law);
  const toldAt = (place: string): Told => {
    const node = nodes(place);
    return node === undefined ? wording : tell(node);
  };
  const explanation = makeRetellNode(toldAt);
  const obstacle = (each: Obstacle): Obstacle => ({ ...each, sentence: toldAt(each.at).sentence });
  return {
    explanation,
    assessment: (assessment) => retellAssessment(assessment, explanation),
    whyNot: (whyNot) => ({
      ...whyNot,
      sets: whyNot.sets.map((set) =>
        set.map((change) => ({ ...change, sentence: toldAt(change.at[0] ?? '').sentence })),
      ),
    }),
    residual: (residual) => ({
      ...residual,
      undecided: residual.undecided.map(obstacle),
      closedBy: residual.closedBy.map(obstacle),
    }),
  };
}

type RetellNode = (node: ExplanationNode) => ExplanationNode;

/** A rule that several routes ask for is one object in an assessment, and stays one. */
function makeRetellNode(toldAt: (place: string) => Told): RetellNode {
  const held = new WeakMap<ExplanationNode, ExplanationNode>();
  const retell: RetellNode = (node) => {
    const known = held.get(node);
    if (known !== undefined) return known;
    const { sentence, facts } = toldAt(node.id);
    const labels = new Map(facts.map(({ fact, label }) => [fact, label]));
    const told = {
      ...node,
      sentence,
      facts: node.facts.map((used) => ({ ...used, label: labels.get(used.fact) ?? used.label })),
      children: node.children.map(retell),
    };
    held.set(node, told);
    return told;
  };
  return retell;
}

function retellAssessment(assessment: Assessment, retell: RetellNode): Assessment {
  const requirement = (result: RequirementResult): RequirementResult => ({
    ...result,
    explanation: retell(result.explanation),
  });
  return {
    ...assessment,
    authorities: assessment.authorities.map((authority) => ({
      ...authority,
      routes: authority.routes.map((route) => ({
        ...route,
        scope: route.scope.map(requirement),
        requirements: route.requirements.map(requirement),
      })),
    })),
  };
}

/** Places are written as the evaluators write them: `gb.english.test@2025/0/then`. Each rule is laid out when it is first asked for. */
function placesIn({ rules }: ResolvedLaw): (place: string) => Node | undefined {
  const laid = new Map<string, ReadonlyMap<string, Node>>();
  return (place) => {
    const rule = place.split('@')[0] ?? '';
    const known = laid.get(rule);
    if (known !== undefined) return known.get(place);
    const versions = rules.get(rule)?.versions ?? [];
    const nodes = new Map(versions.flatMap(({ version, when }) => below(when, `${rule}@${version}`)));
    laid.set(rule, nodes);
    return nodes.get(place);
  };
}

const below = (node: Node, place: string): readonly (readonly [string, Node])[] => [
  [place, node],
  ...childrenOf(node).flatMap(([name, child]) => below(child, `${place}/${child.id ?? name}`)),
];
