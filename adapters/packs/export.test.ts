/** Every route of every pack in the forms of others, against what those forms allow. */
import { expectOk, parseDay } from '@testamur/engines/kernel';
import { exportInput, toCtdl, toPlanDefinition } from '@testamur/engines/recognition';
import { realLaw } from '@testamur/testing/real-law';
import { Compile } from 'typebox/schema';
import { describe, expect, it } from 'vitest';
import { FHIR_VERSION, schemaOf } from './fhir-r4.fixture.ts';

const set = realLaw();
const on = expectOk(parseDay('2026-11-22'), 'a day');
const routes = set.packs.flatMap((pack) => {
  const input = exportInput(pack, set, { on, site: 'https://rules.example.org' });
  return pack.routes.map((route) => ({ route, input }));
});

const closed = (properties: object, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const listOf = (items: object) => ({ type: 'array', items, minItems: 1 });
const text = { type: 'string', pattern: '\\S' };
const address = { type: 'string', pattern: '^https?://\\S+$' };

/** From https://credreg.net/ctdl/terms/ConditionProfile: description is required, condition and alternativeCondition are lists. */
const langText = closed({ en: text }, ['en']);
const CTDL = {
  ...closed(
    {
      '@context': { const: 'http://credreg.net/ctdl/schema/context/json' },
      '@graph': { ...listOf({ $ref: '#/$defs/credential' }), maxItems: 1 },
    },
    ['@context', '@graph'],
  ),
  $defs: {
    credential: closed(
      {
        '@type': { enum: ['ceterms:License', 'ceterms:Certification'] },
        '@id': address,
        'ceterms:name': langText,
        'ceterms:description': langText,
        'ceterms:subjectWebpage': address,
        'ceterms:requires': listOf({ $ref: '#/$defs/profile' }),
      },
      ['@type', '@id', 'ceterms:name', 'ceterms:description', 'ceterms:subjectWebpage'],
    ),
    profile: closed(
      {
        '@type': { const: 'ceterms:ConditionProfile' },
        'ceterms:name': langText,
        'ceterms:description': langText,
        'ceterms:subjectWebpage': address,
        'ceterms:condition': listOf(langText),
        'ceterms:alternativeCondition': listOf({ $ref: '#/$defs/profile' }),
      },
      ['@type', 'ceterms:description'],
    ),
  },
};

/** The elements used, with the cardinalities and required value sets of https://hl7.org/fhir/R4/plandefinition.html. */
const concept = closed(
  {
    coding: listOf(
      closed(
        {
          system: { type: 'string', pattern: '^\\S+$' },
          code: { type: 'string', pattern: '^[^\\s]+( [^\\s]+)*$' },
        },
        ['system', 'code'],
      ),
    ),
  },
  ['coding'],
);
const id = { type: 'string', pattern: '^[A-Za-z0-9\\-.]{1,64}$' };
const artifact = closed(
  {
    type: {
      enum: [
        'documentation',
        'justification',
        'citation',
        'predecessor',
        'successor',
        'derived-from',
        'depends-on',
        'composed-of',
      ],
    },
    label: text,
    display: text,
    citation: text,
    url: address,
  },
  ['type'],
);
const FHIR = {
  ...closed(
    {
      resourceType: { const: 'PlanDefinition' },
      id,
      url: address,
      version: text,
      name: { type: 'string', pattern: '^[A-Z]([A-Za-z0-9_]){0,254}$' },
      title: text,
      type: concept,
      status: { enum: ['draft', 'active', 'retired', 'unknown'] },
      subjectCodeableConcept: concept,
      date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
      publisher: text,
      description: text,
      usage: text,
      jurisdiction: listOf(concept),
      relatedArtifact: listOf(artifact),
      action: listOf({ $ref: '#/$defs/action' }),
    },
    ['resourceType', 'status'],
  ),
  $defs: {
    action: closed(
      {
        id: { type: 'string', pattern: '^\\S+$' },
        title: text,
        description: text,
        textEquivalent: text,
        documentation: listOf(artifact),
        condition: listOf(
          closed(
            {
              kind: { enum: ['applicability', 'start', 'stop'] },
              expression: closed({ description: text, language: text, expression: text }, [
                'language',
                'expression',
              ]),
            },
            ['kind'],
          ),
        ),
        relatedAction: listOf(
          closed(
            {
              actionId: id,
              relationship: {
                enum: [
                  'before-start',
                  'before',
                  'before-end',
                  'concurrent-with-start',
                  'concurrent',
                  'concurrent-with-end',
                  'after-start',
                  'after',
                  'after-end',
                ],
              },
            },
            ['actionId', 'relationship'],
          ),
        ),
        groupingBehavior: { enum: ['visual-group', 'logical-group', 'sentence-group'] },
        selectionBehavior: {
          enum: ['any', 'all', 'all-or-none', 'exactly-one', 'at-most-one', 'one-or-more'],
        },
        requiredBehavior: { enum: ['must', 'could', 'must-unless-documented'] },
        action: listOf({ $ref: '#/$defs/action' }),
      },
      [],
    ),
  },
};

type Action = {
  readonly id?: string;
  readonly relatedAction?: readonly { readonly actionId: string }[];
  readonly action?: readonly Action[];
};
const allOf = (actions: readonly Action[]): readonly Action[] =>
  actions.flatMap((each) => [each, ...allOf(each.action ?? [])]);

describe('all packs export', () => {
  it('there are routes of every pack', () =>
    expect(new Set(routes.map(({ input }) => input.pack.pack)).size).toBe(set.packs.length));

  it('as CTDL, with a profile for every requirement and its losses told', () => {
    const check = Compile(CTDL as object);
    const bad = routes.flatMap(({ route, input }) => {
      const { document, losses } = toCtdl(route, input);
      const wanted = new Set([...route.scope, ...route.requirements]).size;
      const sound =
        check.Check(document) &&
        document['@graph'][0]['ceterms:requires'].length === wanted &&
        losses.length > 0;
      return sound ? [] : [`${route.route}: ${JSON.stringify(check.Errors(document)[1][0])}`];
    });
    expect(bad).toEqual([]);
  });

  it('as FHIR R4 PlanDefinitions, with ids that are unique and orders that lead somewhere', () => {
    const check = Compile(FHIR as object);
    const bad = routes.flatMap(({ route, input }) => {
      const { document, losses } = toPlanDefinition(route, input);
      const actions = allOf(document.action);
      const ids = actions.flatMap((each) => each.id ?? []);
      const strays = actions.flatMap(({ relatedAction = [] }) =>
        relatedAction.filter(({ actionId }) => !ids.includes(actionId)),
      );
      const sound =
        check.Check(document) && new Set(ids).size === ids.length && strays.length === 0 && losses.length > 0;
      return sound
        ? []
        : [`${route.route}: ${JSON.stringify(check.Errors(document)[1][0])} ${JSON.stringify(strays)}`];
    });
    expect(bad).toEqual([]);
  });

  it('as PlanDefinitions that the schema published with FHIR R4 accepts', () => {
    expect(FHIR_VERSION).toBe('http://hl7.org/fhir/json-schema/4.0');
    const check = Compile(schemaOf('PlanDefinition'));
    const documents = routes.map(({ route, input }) => toPlanDefinition(route, input).document);
    const bad = documents.flatMap((document) => {
      const [, faults] = check.Errors(document);
      return faults.length === 0 ? [] : [`${document.id}: ${JSON.stringify(faults[0])}`];
    });
    expect(bad).toEqual([]);
    const [sound] = documents;
    for (const wrong of [{ status: 'in force' }, { resourceType: 'Plan' }, { pages: 3 }, { action: {} }])
      expect(check.Check({ ...sound, ...wrong }), JSON.stringify(wrong)).toBe(false);
  });
});
