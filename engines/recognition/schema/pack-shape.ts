/** The shapes of the files of a pack, as `packs/README.md` describes them. */
import {
  anything,
  boolean,
  chosen,
  day,
  type Fields,
  isRecord,
  listOf,
  mapOf,
  matching,
  number,
  oneOf,
  partialDate,
  period,
  record,
  type Shape,
  scalar,
  text,
  url,
  zone,
} from './check.ts';
import { citations, grade } from './citation-shape.ts';
import { nodeShape } from './node-shape.ts';
import { mustBeValid, stepTime } from './step-time-shape.ts';

const id = matching(
  /^[a-z0-9][A-Za-z0-9.-]*$/,
  'an id of letters, digits, dots and hyphens such as gb.plab.plab1',
);
const stepId = matching(/^step\.[a-z0-9][A-Za-z0-9.-]*$/, 'an id of a step such as step.gb.plab1');
const dayRange: Fields = { from: partialDate, to: partialDate };
const cited: Fields = { cite: citations };

const packFile = record(
  {
    pack: id,
    kind: oneOf('authority', 'national-layer', 'regime'),
    name: text,
    jurisdiction: text,
    zone,
    version: matching(/^\d{4}\.\d{2}\.\d{2}$/, 'a version such as "2026.11.22"'),
    readiness: oneOf('ready', 'with-unknowns', 'steps-only'),
    regulator: record({ name: text, url }),
    languages: listOf(text, 1),
  },
  {
    uses: listOf(id),
    parent: text,
    openQuestions: listOf(record({ id, question: text, affects: listOf(text) })),
  },
);

const source = record(
  { source: id, title: text, publisher: text, lang: text, grade },
  { url, citation: text, published: partialDate },
);

const version = record(
  { version: text, recordedAt: day, reviewBy: day, cite: citations, when: nodeShape },
  { inForce: record({}, dayRange), appliesTo: record({ anchor: text }, { from: day, to: day }) },
);

const KINDS = [
  'degree',
  'language',
  'exam',
  'training',
  'supervised-practice',
  'practice',
  'registration',
  'good-standing',
  'verification',
  'assessment',
  'immigration',
  'employment',
  'scope',
  'other',
] as const;
const rule = record({ rule: id, title: text, kind: oneOf(...KINDS), text, versions: listOf(version, 1) });

const remark = record({ id, text, ...cited });
const route = record(
  { route: id, title: text, for: text, grants: text, ...cited, requirements: listOf(id) },
  {
    inForce: record({}, dayRange),
    scope: listOf(id),
    discretion: listOf(remark),
    notes: listOf(remark),
    finally: listOf(stepId),
    mustBeValid: listOf(mustBeValid),
  },
);

const required = chosen((value) => {
  if (isRecord(value) && 'route' in value) return record({ route: id });
  return isRecord(value) && 'step' in value ? record({ step: stepId }) : record({ rule: id });
});

const effect: Shape = chosen((value) =>
  isRecord(value) && 'list' in value
    ? record({ list: text, entry: mapOf(scalar) }, { forEach: record({ list: text, field: text, as: text }) })
    : record({ fact: text, value: scalar }),
);

const STEP_KINDS = [
  'exam',
  'language-test',
  'verification',
  'document',
  'training',
  'practice',
  'application',
  'licence',
  'job',
  'selection',
  'immigration',
  'other',
] as const;
export const step = record(
  {
    step: stepId,
    title: text,
    text,
    kind: oneOf(...STEP_KINDS),
    controller: oneOf('self', 'selection', 'authority'),
    requires: listOf(required),
    effects: listOf(effect),
    ...cited,
  },
  {
    cost: record(
      {
        amount: number,
        currency: matching(/^[A-Z]{3}$/, 'a currency such as EUR'),
        asOf: partialDate,
        ...cited,
      },
      { to: number },
    ),
    duration: record({ min: period, ...cited }, { max: period }),
    validFor: record({ period, ...cited }),
    ...stepTime,
  },
);

const table = record({
  table: id,
  title: text,
  ...cited,
  columns: mapOf(oneOf('code', 'day', 'number', 'boolean')),
  rows: listOf(mapOf(chosen((value) => (value === null ? anything : scalar)))),
});

const dossierPiece = mapOf(anything);
const ruleCase = record(
  {
    rule: id,
    case: text,
    sentence: text,
    given: dossierPiece,
    expect: record(
      { verdict: oneOf('met', 'notMet', 'unknown', 'notApplicable') },
      {
        remedy: oneOf('curable', 'final', 'undetermined'),
        ask: listOf(text),
        because: listOf(text),
        independentOf: listOf(text),
        waiver: boolean,
        reasons: listOf(oneOf('notSaid', 'notResearched', 'disputed', 'stale')),
      },
    ),
  },
  { on: day, knownOn: day },
);

const story = record(
  {
    story: text,
    on: day,
    dossier: dossierPiece,
    expect: mapOf(oneOf('open', 'withSteps', 'closed', 'unknown')),
  },
  { knownOn: day },
);

const equivalent = record({ rule: id, mutant: text, reason: text });

const lineTarget: Fields = {
  rule: text,
  step: text,
  note: text,
  discretion: text,
  table: text,
  route: text,
  not: text,
  reason: text,
};
const traceability = chosen((value) => (Array.isArray(value) ? listOf(sheet) : sheet));
const sheet = record({ sheet: text, lines: listOf(record({ line: text }, lineTarget)) });

const packVersion = matching(/^\d{4}\.\d{2}\.\d{2}$/, 'a version such as "2026.11.22"');
const changelogEntry = record(
  { version: packVersion, on: day, words: text },
  { hash: matching(/^sha256:[0-9a-f]{64}$/, 'a hash such as sha256:… of 64 hexadecimal digits') },
);

/** Which shape a file of a pack has, by its path in the folder of the pack. */
export function shapeOfPackFile(file: string): Shape | undefined {
  const named = FILES[file];
  if (named !== undefined) return named;
  const [, folder] = /^([a-z]+)\/[^/]+\.yaml$/.exec(file) ?? [];
  return folder === undefined ? undefined : FOLDERS[folder];
}

const FILES: Readonly<Record<string, Shape>> = {
  'pack.yaml': packFile,
  'sources.yaml': listOf(source),
  'traceability.yaml': traceability,
  'changelog.yaml': listOf(changelogEntry, 1),
  'cases/equivalent.yaml': listOf(equivalent),
};

const FOLDERS: Readonly<Record<string, Shape>> = {
  rules: listOf(rule),
  routes: listOf(route),
  steps: listOf(step),
  tables: listOf(table),
  cases: listOf(ruleCase),
  stories: story,
};
