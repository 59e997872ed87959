import type { Citation } from '@testamur/engines/kernel';
import type { Agency, Registry } from '@testamur/engines/recognition/registry';
import { type SpanShown, showSpan } from './show-span.ts';

export type AgencyListed = {
  readonly agency: string;
  readonly name: string;
  readonly acronym?: string;
  readonly recognitions: readonly {
    readonly recogniser: string;
    readonly recogniserName: string;
    /** Countries for which the agency was assessed. */
    readonly territories: readonly { readonly country: string; readonly span?: SpanShown }[];
    readonly terms: readonly {
      readonly outcome: 'recognised' | 'not-recognised';
      readonly span: SpanShown;
      readonly cite: readonly Citation[];
    }[];
  }[];
  /** How many of its decisions about schools are known here. */
  readonly decisions: number;
};

/** Every accrediting agency, by its id, with who recognised it, for which countries and when. */
export function listAgencies(registry: Registry): readonly AgencyListed[] {
  const decisions = [...registry.decisions.values()].flat();
  return [...registry.agencies.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((agency) =>
      describe(agency, registry, decisions.filter((each) => each.agency === agency.id).length),
    );
}

function describe(agency: Agency, registry: Registry, decisions: number): AgencyListed {
  const { id, name, acronym, recognitions } = agency;
  return {
    agency: id,
    name,
    ...(acronym === undefined ? {} : { acronym }),
    recognitions: recognitions.map(({ recogniser, territories, terms }) => ({
      recogniser,
      recogniserName: registry.recognisers.get(recogniser)?.name ?? recogniser,
      territories: territories.map(({ country, span }) => ({
        country,
        ...(span === undefined ? {} : { span: showSpan(span) }),
      })),
      terms: terms.map(({ outcome, span, cite }) => ({ outcome, span: showSpan(span), cite })),
    })),
    decisions,
  };
}
