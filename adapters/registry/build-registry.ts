import type {
  AccreditationDecision,
  Agency,
  AgencyId,
  Recogniser,
  RecogniserId,
  Recognition,
  Registry,
  RegistrySchool,
  SchoolId,
} from '@testamur/engines/recognition/registry';
import type { AgencyFile, DecisionFile, RecogniserFile } from './agency-file.ts';
import { boundOf, spanOf } from './rough-span.ts';
import type { SchoolLine } from './school-file.ts';

export type RegistryParts = {
  readonly schools: readonly SchoolLine[];
  readonly agencies: readonly AgencyFile[];
  readonly recognisers: RecogniserFile;
  readonly decisions: DecisionFile;
};

type AgencyRecognition = AgencyFile['recognitions'][number];

/** Puts checked files into the form that the engine joins by day. */
export function buildRegistry({ schools, agencies, recognisers, decisions }: RegistryParts): Registry {
  const bySchool = new Map<string, AccreditationDecision[]>();
  for (const decision of decisions.map(decisionOf)) {
    const known = bySchool.get(decision.school);
    if (known === undefined) bySchool.set(decision.school, [decision]);
    else known.push(decision);
  }
  return {
    schools: new Map(schools.map((line) => [line.id, schoolOf(line)])),
    agencies: new Map(agencies.map((file) => [file.id, agencyOf(file)])),
    recognisers: new Map(recognisers.map((entry) => [entry.id, recogniserOf(entry)])),
    decisions: bySchool,
  };
}

/** The seed dates no name and no school: every name is possible on every day, and no closure is known. */
function schoolOf(line: SchoolLine): RegistrySchool {
  const others = (line.otherNames ?? []).map((text) => ({ text }));
  return {
    id: line.id as SchoolId,
    names: [{ text: line.name }, ...others],
    country: line.country,
    campuses: [],
    successions: [],
  };
}

function agencyOf({ id, name, acronym, recognitions }: AgencyFile): Agency {
  return {
    id: id as AgencyId,
    name,
    ...(acronym === undefined ? {} : { acronym }),
    recognitions: recognitions.map(recognitionOf),
  };
}

function recognitionOf({ recogniser, territories, terms }: AgencyRecognition): Recognition {
  return {
    recogniser: recogniser as RecogniserId,
    territories: territories.map((each) =>
      typeof each === 'string'
        ? { country: each }
        : { country: each.country, span: { from: boundOf(each.from) } },
    ),
    terms: terms.map(({ outcome, from, through, cite }) => ({
      outcome,
      span: spanOf(from, through),
      cite: nonEmpty(cite),
    })),
  };
}

function recogniserOf({ id, name, programme }: RecogniserFile[number]): Recogniser {
  return { id: id as RecogniserId, name, programme: spanOf(programme.from, undefined), cite: programme.cite };
}

function decisionOf({
  agency,
  school,
  outcome,
  from,
  through,
  cite,
}: DecisionFile[number]): AccreditationDecision {
  return {
    agency: agency as AgencyId,
    school: school as SchoolId,
    outcome,
    span: spanOf(from, through),
    cite: nonEmpty(cite),
  };
}

/** The schemas demand at least one citation. */
function nonEmpty<T>(list: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = list;
  if (first === undefined) throw new Error('a citation is required by the schema');
  return [first, ...rest];
}
