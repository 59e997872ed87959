/** Who recognised whom, up to somebody whom the asker trusts, on one day. */
import { type CitationGrade, type Day, type Truth, weakestGrade } from '@testamur/engines/kernel';
import {
  accreditationOn,
  agencyRecognisedOn,
  countryOf,
  type DecisionOn,
  isOver,
  type Registry,
  type Site,
  standingOn,
} from '@testamur/engines/recognition/registry';
import type { VerifyingCode } from './errors.ts';
import { fails, isOpen, type LayerFinding, passes } from './layer.ts';

/** One step of the chain, for people: who said what of whom. */
export type Link = {
  readonly kind: 'accreditation' | 'recognition';
  readonly by: string;
  readonly of: string;
  readonly truth: Truth;
  readonly grade: CitationGrade;
  readonly sources: readonly string[];
};

export type ChainFinding = LayerFinding & { readonly chain: readonly Link[] };

export type ChainQuestion = {
  readonly registry: Registry;
  readonly site: Site;
  readonly day: Day;
  /** Recognisers whose word is taken; whoever else recognises must be recognised in turn. */
  readonly roots: ReadonlySet<string>;
};

const MOST_LINKS = 8;

/** Whether the site was accredited on the day by an agency that a trusted recogniser recognised, in one step or several. */
export function judgeChain(question: ChainQuestion): ChainFinding {
  const { registry, site, day } = question;
  const decisions = accreditationOn(registry, site, day);
  if (decisions.length === 0) return { ...withoutDecision(question), chain: [] };
  const country = countryTaught(registry, site, day) ?? '';
  const judged = decisions.map((decision) => judgeDecision(decision, question, country));
  // An accreditation that counts is enough; otherwise what counts against comes before what is not known.
  return (
    judged.find(({ outcome }) => outcome === 'pass') ??
    judged.find(({ outcome, code }) => outcome === 'fail' && code === 'VERIFYING_ACCREDITATION_REFUSED') ??
    judged.find(({ outcome }) => outcome === 'unknown') ??
    (judged[0] as ChainFinding)
  );
}

function countryTaught(registry: Registry, site: Site, day: Day): string | undefined {
  if (site.campus !== undefined) return countryOf(registry, site);
  const standing = standingOn(registry, site.school, day);
  return standing.state === 'unknown' ? undefined : standing.school.country;
}

function judgeDecision(
  { decision, inForce }: DecisionOn,
  question: ChainQuestion,
  country: string,
): ChainFinding {
  const { registry, day, roots } = question;
  const link: Link = {
    kind: 'accreditation',
    by: nameOf(registry, decision.agency),
    of: registry.schools.get(decision.school)?.names[0].text ?? decision.school,
    truth: inForce,
    grade: weakestGrade(decision.cite.map(({ grade }) => grade)) ?? 'D',
    sources: decision.cite.map(({ source }) => source),
  };
  const above = judgeAgency(decision.agency, { registry, day, roots, country, path: [] });
  const chain = [link, ...above.chain];
  if (inForce === 'unknown')
    return {
      ...isOpen(
        'VERIFYING_ACCREDITATION_UNCERTAIN',
        'Whether the decision was in force on that day is not known.',
      ),
      chain,
    };
  if (above.outcome !== 'pass') return { ...above, chain };
  const granted = decision.outcome === 'accredited' || decision.outcome === 'accredited-with-conditions';
  const finding = granted
    ? passes(`Accredited by ${link.by}, which was recognised on that day.`, sourcesOf(chain))
    : fails(
        'VERIFYING_ACCREDITATION_REFUSED',
        `${link.by}, which was recognised on that day, had ${decision.outcome === 'refused' ? 'refused' : 'withdrawn'} accreditation.`,
        sourcesOf(chain),
      );
  return chain.every(({ grade }) => grade === 'A' || grade === 'B')
    ? { ...finding, chain }
    : {
        ...isOpen(
          'VERIFYING_EVIDENCE_WEAK',
          `${finding.reason} But this is known from third parties only.`,
          sourcesOf(chain),
        ),
        chain,
      };
}

type Climb = Omit<ChainQuestion, 'site'> & { readonly country: string; readonly path: readonly string[] };

/** Whether an agency is recognised by a root, or by somebody who is. */
function judgeAgency(agency: string, climb: Climb): ChainFinding {
  const { registry, day, country, path } = climb;
  if (path.includes(agency))
    return {
      ...isOpen('VERIFYING_CHAIN_LOOP', 'They recognise each other, and nobody else them.', [
        ...path,
        agency,
      ]),
      chain: [],
    };
  if (path.length >= MOST_LINKS)
    return {
      ...isOpen('VERIFYING_CHAIN_TOO_LONG', `More than ${MOST_LINKS} recognise each other in a row.`, path),
      chain: [],
    };
  const recognitions = registry.agencies.get(agency)?.recognitions ?? [];
  const judged = recognitions.map(({ recogniser }): ChainFinding => {
    const answer = agencyRecognisedOn(registry, { agency, country, recogniser }, day);
    const link: Link = {
      kind: 'recognition',
      by: registry.recognisers.get(recogniser)?.name ?? nameOf(registry, recogniser),
      of: nameOf(registry, agency),
      truth: answer.truth,
      grade: weakestGrade(answer.cite.map(({ grade }) => grade)) ?? 'D',
      sources: answer.cite.map(({ source }) => source),
    };
    if (answer.truth !== 'true') return { ...notRecognised(link, answer), chain: [link] };
    return climbOn(recogniser, link, { ...climb, path: [...path, agency] });
  });
  if (judged.length === 0)
    return {
      ...isOpen(
        'VERIFYING_RECOGNISER_UNRECOGNISED',
        `Nobody is known to have recognised ${nameOf(registry, agency)}.`,
      ),
      chain: [],
    };
  return (
    judged.find(({ outcome }) => outcome === 'pass') ??
    judged.find(({ outcome }) => outcome === 'unknown') ??
    (judged[0] as ChainFinding)
  );
}

function climbOn(recogniser: string, link: Link, climb: Climb): ChainFinding {
  if (climb.roots.has(recogniser))
    return { ...passes(`${link.of} was recognised by ${link.by}.`, link.sources), chain: [link] };
  if (climb.registry.agencies.has(recogniser)) {
    const above = judgeAgency(recogniser, climb);
    return { ...above, chain: [link, ...above.chain] };
  }
  return {
    ...isOpen(
      'VERIFYING_RECOGNISER_UNRECOGNISED',
      `${link.by} recognised ${link.of}, but nobody trusted here recognises ${link.by}.`,
    ),
    chain: [link],
  };
}

function notRecognised(link: Link, { truth, reason }: ReturnType<typeof agencyRecognisedOn>): LayerFinding {
  if (truth === 'false')
    return fails(
      'VERIFYING_AGENCY_NOT_RECOGNISED',
      `${link.of} was not recognised by ${link.by} on that day.`,
      link.sources,
    );
  const isLapsed = reason === 'renewal-unknown';
  return isLapsed
    ? isOpen(
        'VERIFYING_AGENCY_LAPSED',
        `The recognition of ${link.of} had ended by that day, and no renewal is known.`,
        link.sources,
      )
    : isOpen(
        'VERIFYING_AGENCY_UNKNOWN',
        `Whether ${link.by} recognised ${link.of} on that day is not known.`,
        link.sources,
      );
}

/** Nothing was in force: which of the several reasons. */
function withoutDecision({ registry, site, day }: ChainQuestion): LayerFinding {
  const standing = standingOn(registry, site.school, day);
  const answering = standing.state === 'unknown' ? site.school : standing.school.id;
  const all = registry.decisions.get(answering) ?? [];
  const own = all.filter(({ campus }) => campus === site.campus);
  const what = (code: VerifyingCode, reason: string) =>
    isOpen(
      code,
      reason,
      (own.length > 0 ? own : all).flatMap(({ cite }) => cite.map(({ source }) => source)),
    );
  if (own.some(({ span }) => isOver(span, day)))
    return what(
      'VERIFYING_ACCREDITATION_LAPSED',
      'The last decision known about the school had ended by that day.',
    );
  if (own.length > 0)
    return what('VERIFYING_ACCREDITATION_LATER', 'Decisions are known from a later day on only.');
  if (all.length > 0)
    return what(
      'VERIFYING_OTHER_SITE',
      'Decisions are known about another site of the school only, and say nothing of this one.',
    );
  return what('VERIFYING_ACCREDITATION_UNKNOWN', 'No decision about the school is known.');
}

const nameOf = (registry: Registry, id: string): string => registry.agencies.get(id)?.name ?? id;
const sourcesOf = (chain: readonly Link[]): readonly string[] => [
  ...new Set(chain.flatMap(({ sources }) => sources)),
];
