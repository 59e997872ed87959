/** The shapes of what tests a pack and tells of it: cases, stories, lines of the sheet, the changelog. */
import {
  boolean,
  day,
  dossierOf,
  type Fields,
  listOf,
  mapOf,
  matching,
  oneOf,
  record,
  reference,
  text,
} from './check.ts';
import { aList, choice } from './guard.ts';
import { id, packVersion } from './ids-shape.ts';

export const ruleCase = record(
  {
    rule: id,
    case: text,
    sentence: text,
    given: dossierOf('givenDossier'),
    expect: record(
      { verdict: oneOf('met', 'notMet', 'unknown', 'notApplicable') },
      {
        remedy: oneOf('curable', 'final', 'undetermined'),
        ask: listOf(reference('question')),
        because: listOf(text),
        independentOf: listOf(reference('question')),
        waiver: boolean,
        reasons: listOf(oneOf('notSaid', 'notResearched', 'disputed', 'stale')),
      },
      'expect',
    ),
  },
  { on: day, knownOn: day },
  'case',
);

export const story = record(
  {
    story: text,
    on: day,
    dossier: dossierOf('dossier'),
    expect: mapOf(oneOf('open', 'withSteps', 'closed', 'unknown')),
  },
  { knownOn: day },
  'story',
);

export const equivalent = record({ rule: id, mutant: text, reason: text }, {}, 'equivalent');

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
const mark = matching(/^[0-9a-f]{12}$/, 'the first 12 hexadecimal digits of a SHA-256');
const sheet = record(
  { sheet: text, lines: listOf(record({ line: text }, lineTarget, 'line')) },
  { read: mapOf(listOf(mark, 1)) },
  'sheet',
);
export const traceability = choice([[aList, listOf(sheet)]], sheet);

export const changelogEntry = record(
  { version: packVersion, on: day, words: text },
  {
    hash: matching(/^sha256:[0-9a-f]{64}$/, 'a hash such as sha256:… of 64 hexadecimal digits'),
    approvedBy: listOf(text, 1),
  },
  'change',
);
