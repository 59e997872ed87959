/** The shapes of the files of a pack, as `packs/README.md` describes them. */
import {
  anything,
  day,
  listOf,
  mapOf,
  oneOf,
  partialDate,
  record,
  reference,
  type Shape,
  scalar,
  text,
  url,
  zone,
} from './check.ts';
import { citations, grade } from './citation-shape.ts';
import { choice, nothing } from './guard.ts';
import { cited, dayRange, id, packVersion, stepId } from './ids-shape.ts';
import { nodeShape } from './node-shape.ts';
import { step } from './step-shape.ts';
import { mustBeValid } from './step-time-shape.ts';
import { changelogEntry, equivalent, ruleCase, story, traceability } from './suite-shape.ts';

const inherits = record(
  {
    from: id,
    adopts: listOf(id),
    replaces: listOf(record({ rule: id, by: id, because: text }, {}, 'replaced')),
    leaves: listOf(record({ rule: id, because: text }, {}, 'left')),
  },
  {},
  'inherits',
);

const packFile = record(
  {
    pack: id,
    kind: oneOf('authority', 'national-layer', 'regime'),
    name: text,
    jurisdiction: text,
    zone,
    version: packVersion,
    readiness: oneOf('ready', 'with-unknowns', 'steps-only'),
    regulator: record({ name: text, url }, {}, 'regulator'),
    languages: listOf(text, 1),
  },
  {
    uses: listOf(id),
    parent: text,
    inherits,
    openQuestions: listOf(record({ id, question: text, affects: listOf(text) }, {}, 'openQuestion')),
  },
  'pack',
);

const source = record(
  { source: id, title: text, publisher: text, lang: text, grade },
  { url, citation: text, published: partialDate },
  'source',
);

const version = record(
  { version: text, recordedAt: day, reviewBy: day, cite: citations, when: nodeShape },
  {
    inForce: record({}, dayRange, 'range'),
    appliesTo: record({ anchor: reference('dayFact') }, { from: day, to: day }, 'range'),
  },
  'version',
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
const doubt = record({ id, text, recordedOn: day }, { source: id }, 'doubt');
const rule = record(
  { rule: id, title: text, kind: oneOf(...KINDS), text, versions: listOf(version, 1) },
  { doubts: listOf(doubt, 1) },
  'rule',
);

const remark = record({ id, text, ...cited }, {}, 'remark');
const route = record(
  {
    route: id,
    title: text,
    for: text,
    grants: reference('grant'),
    ...cited,
    requirements: listOf(id),
  },
  {
    obtainedBy: id,
    inForce: record({}, dayRange, 'range'),
    scope: listOf(id),
    discretion: listOf(remark),
    notes: listOf(remark),
    finally: listOf(stepId),
    mustBeValid: listOf(mustBeValid),
  },
  'route',
);

const cell = choice([[nothing, anything]], scalar);
const table = record(
  {
    table: id,
    title: text,
    ...cited,
    columns: mapOf(oneOf('code', 'day', 'number', 'boolean')),
    rows: listOf(mapOf(cell)),
  },
  {},
  'table',
);

/** Which shape a file of a pack has, by its path in the folder of the pack. */
export function shapeOfPackFile(file: string): Shape | undefined {
  const named = PACK_FILES[file];
  if (named !== undefined) return named;
  const [, folder] = /^([a-z]+)\/[^/]+\.yaml$/.exec(file) ?? [];
  return folder === undefined || !Object.hasOwn(PACK_FOLDERS, folder) ? undefined : PACK_FOLDERS[folder];
}

/** Files with a name of their own. */
export const PACK_FILES: Readonly<Record<string, Shape>> = {
  'pack.yaml': packFile,
  'sources.yaml': listOf(source),
  'traceability.yaml': traceability,
  'changelog.yaml': listOf(changelogEntry, 1),
  'cases/equivalent.yaml': listOf(equivalent),
};

/** Folders whose files all have one shape. */
export const PACK_FOLDERS: Readonly<Record<string, Shape>> = {
  rules: listOf(rule),
  routes: listOf(route),
  steps: listOf(step),
  tables: listOf(table),
  cases: listOf(ruleCase),
  stories: story,
};
