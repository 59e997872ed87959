import { type Citation, type Day, formatDay } from '@testamur/engines/kernel';
import {
  type Agency,
  agencyRecognisedOn,
  type Recognition,
  type RecognitionReason,
  type Registry,
  type Span,
} from '@testamur/engines/recognition/registry';
import type { MessageKey } from '../language/messages.ts';
import type { Reading } from '../reference/read-in.ts';
import type { Shown } from '../ui/looks.ts';
import { describeSpan } from './describe-span.ts';
import { type Axis, axisOver, placeOf, type Stretch, stretchesOf } from './timeline.ts';

export type TermView = {
  readonly words: string;
  readonly recognised: boolean;
  readonly stretches: readonly Stretch[];
  readonly cite: readonly Citation[];
};

export type AgencyView = {
  readonly id: string;
  readonly name: string;
  readonly acronym?: string;
  readonly countries: readonly string[];
  readonly terms: readonly TermView[];
  readonly onDay: Shown & { readonly why: MessageKey };
};

export type AgenciesView = {
  readonly recogniser: { readonly name: string; readonly since: string; readonly cite: readonly Citation[] };
  readonly agencies: readonly AgencyView[];
  readonly axis: Axis;
  /** Where the day asked for stands on the axis, in per cent. */
  readonly day: number;
};

const WHY: Readonly<Record<RecognitionReason, MessageKey>> = {
  'in-term': 'agencies.why.inTerm',
  'refused-or-ended': 'agencies.why.refused',
  'before-programme': 'agencies.why.beforeProgramme',
  'bound-uncertain': 'agencies.why.uncertain',
  'renewal-unknown': 'agencies.why.renewal',
  'before-known-terms': 'agencies.why.before',
  'country-not-listed': 'agencies.why.country',
  'agency-unknown': 'agencies.why.agency',
};

/** The agencies that one recogniser recognised, by name, and what holds on a day. */
export function viewAgencies(
  { reference: { registry, countries }, language }: Reading,
  recogniserId: string,
  on: Day,
): AgenciesView | undefined {
  const recogniser = registry.recognisers.get(recogniserId);
  if (recogniser === undefined) return undefined;
  const found = [...registry.agencies.values()].flatMap((agency) => {
    const recognition = agency.recognitions.find((each) => each.recogniser === recogniserId);
    return recognition === undefined ? [] : [{ agency, recognition }];
  });
  const spans = found.flatMap(({ recognition }) => recognition.terms.map(({ span }) => span));
  const axis = axisOver([on, ...[recogniser.programme, ...spans].flatMap(daysOf)]);
  const agencies = found.map(({ agency, recognition }) => ({
    id: agency.id,
    name: agency.name,
    ...(agency.acronym === undefined ? {} : { acronym: agency.acronym }),
    countries: recognition.territories.map(({ country }) => countries.get(country) ?? country),
    terms: recognition.terms.map(({ span, outcome, cite }) => ({
      words: describeSpan(span, language),
      recognised: outcome === 'recognised',
      stretches: stretchesOf(span, axis),
      cite,
    })),
    onDay: answerOn(registry, { agency, recognition }, on),
  }));
  const since = recogniser.programme.from?.earliest;
  return {
    recogniser: {
      name: recogniser.name,
      since: since === undefined ? '' : formatDay(since).slice(0, 4),
      cite: recogniser.cite,
    },
    agencies: agencies.sort((a, b) => a.name.localeCompare(b.name, language.format)),
    axis,
    day: placeOf(axis, on),
  };
}

function answerOn(
  registry: Registry,
  { agency, recognition }: { readonly agency: Agency; readonly recognition: Recognition },
  on: Day,
): AgencyView['onDay'] {
  const answers = recognition.territories.map(({ country }) =>
    agencyRecognisedOn(registry, { agency: agency.id, country, recogniser: recognition.recogniser }, on),
  );
  const [first] = answers;
  const unknown = { look: 'notresearched', key: 'agencies.day.unknown' } as const;
  if (first === undefined) return { ...unknown, why: WHY['agency-unknown'] };
  const some = answers.some(({ truth }) => truth !== first.truth);
  if (some) return { look: 'steps', key: 'agencies.day.some', why: 'agencies.why.some' };
  if (first.truth === 'true') return { look: 'open', key: 'agencies.day.yes', why: WHY[first.reason] };
  if (first.truth === 'false') return { look: 'closed', key: 'agencies.day.no', why: WHY[first.reason] };
  return { ...unknown, why: WHY[first.reason] };
}

const daysOf = ({ from, to }: Span): readonly Day[] =>
  [from?.earliest, from?.latest, to?.earliest, to?.latest].filter((day): day is Day => day !== undefined);
