/** The published JSON Schemas (draft 2020-12) of `packs diff`, `packs affected` and `packs history` with `--json`. */
import { closed, listOf, oneOf, type Schema, text, texts } from './why-not-schema.ts';

const number: Schema = { type: 'integer', minimum: 0 };
const anything: Schema = {};
const published = (id: string, title: string, members: Readonly<Record<string, Schema>>): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:testamur:${id}:1`,
  title,
  ...closed({ schema: { const: `testamur/${id}/1` }, ...members }),
});

const citation = closed({
  source: text,
  locator: text,
  seen: text,
  grade: oneOf('A', 'B', 'C', 'D'),
  'url?': text,
  'citation?': text,
  'published?': text,
  'inForceFrom?': text,
  'lang?': text,
  'translation?': oneOf('official', 'own'),
});
const cite = listOf(citation);
const status = oneOf('open', 'withSteps', 'closed', 'unknown');
const standing = oneOf('open', 'withSteps', 'closed', 'unknown', 'notThere');
const ruleVerdict = closed({
  verdict: oneOf('met', 'notMet', 'unknown', 'notApplicable'),
  'remedy?': oneOf('curable', 'final', 'undetermined'),
});
const verdict: Schema = { anyOf: [status, ruleVerdict] };
const change = closed({
  kind: oneOf('added', 'removed', 'changed', 'moved'),
  thing: oneOf('pack', 'source', 'question', 'rule', 'route', 'step', 'table', 'group'),
  id: text,
  title: text,
  aspect: {
    ...text,
    description: 'threshold, date, set, operator, cure, citation, fee, requirement …; more may come',
  },
  'version?': text,
  at: { ...text, description: 'Where in the thing: ids of nodes and parts where they have one, else places' },
  words: text,
  'before?': anything,
  'after?': anything,
  cite,
});
const target: Schema = { anyOf: [closed({ rule: text }), closed({ route: text })] };
const witness = closed({
  on: text,
  dossier: { type: 'object' },
  facts: number,
  before: verdict,
  after: verdict,
});
const packVersion = closed({ version: text, hash: text });

export const PACK_DIFF_SCHEMA = published('pack-diff', 'What changed between two versions of the rules', {
  before: text,
  after: text,
  packs: listOf(
    closed({
      pack: text,
      name: text,
      'before?': packVersion,
      'after?': packVersion,
      changes: listOf(change),
      'people?': closed({
        searches: listOf(closed({ target, title: text, tries: number, 'witness?': witness })),
        untouched: number,
      }),
    }),
  ),
  groups: listOf(change),
  unchanged: texts,
});

export const AFFECTED_SCHEMA = published(
  'affected',
  'Who stands otherwise under another version of the rules',
  {
    on: text,
    people: number,
    routes: listOf(
      closed({
        pack: text,
        packName: text,
        route: text,
        title: text,
        transitions: listOf(closed({ before: standing, after: standing, people: number })),
        bySchoolCountry: listOf(closed({ country: text, people: number, changed: number })),
      }),
    ),
    untouched: number,
    samples: listOf(
      closed({
        person: text,
        pack: text,
        route: text,
        before: standing,
        after: standing,
        rules: listOf(
          closed({
            rule: text,
            title: text,
            'before?': ruleVerdict,
            'after?': ruleVerdict,
            because: texts,
            cite,
          }),
        ),
      }),
    ),
    before: text,
    after: text,
    read: number,
    drawn: number,
    refused: number,
    problems: listOf(
      closed({ file: text, line: number, column: number, 'fact?': text, text, message: text, hint: text }),
    ),
  },
);

const history = closed({
  schema: { const: 'testamur/pack-history/1' },
  pack: text,
  name: text,
  version: text,
  law: listOf(
    closed({
      on: text,
      what: oneOf('begins', 'changes', 'ends'),
      'rule?': text,
      'route?': text,
      title: text,
      'version?': text,
      words: texts,
      cite,
      toCome: { type: 'boolean' },
    }),
  ),
  knowledge: listOf(
    closed({
      recordedAt: text,
      entries: listOf(
        closed({ rule: text, title: text, version: text, corrects: { type: 'boolean' }, words: texts }),
      ),
    }),
  ),
  changelog: listOf(closed({ version: text, on: text, 'hash?': text, words: text })),
});
export const PACK_HISTORIES_SCHEMA = published(
  'pack-histories',
  'How the law of packs changed and will change',
  {
    packs: listOf(history),
  },
);
