/**
 * A route as CTDL: the licence it grants, with one ConditionProfile for each requirement. Properties and their forms: the class at
 * https://credreg.net/ctdl/terms/ConditionProfile and the registry's JSON Schemas (description is required; condition is a list of texts;
 * alternativeCondition is a list of profiles of which one is enough).
 */
import type { Node } from '../language/nodes.ts';
import type { Route } from '../language/pack.ts';
import { describeNode } from '../operators/index.ts';
import type { ExportInput } from './export-input.ts';
import { operatorNameOf, type Wording, wordingOf } from './lawful-wordings.ts';
import { type Loss, type LossBook, openLossBook, tellLosses } from './losses.ts';
import { loseOfRoute } from './losses-of-law.ts';

/** The operators that CTDL has a form for. */
export const CTDL_SAYS: ReadonlySet<string> = new Set(['all', 'any']);

type Text = { readonly en: string };
export type ConditionProfile = {
  readonly '@type': 'ceterms:ConditionProfile';
  readonly 'ceterms:name'?: Text;
  readonly 'ceterms:description': Text;
  readonly 'ceterms:subjectWebpage'?: string;
  readonly 'ceterms:condition'?: readonly Text[];
  readonly 'ceterms:alternativeCondition'?: readonly ConditionProfile[];
};
export type CtdlDocument = {
  readonly '@context': 'http://credreg.net/ctdl/schema/context/json';
  readonly '@graph': readonly [
    {
      readonly '@type': 'ceterms:License' | 'ceterms:Certification';
      readonly '@id': string;
      readonly 'ceterms:name': Text;
      readonly 'ceterms:description': Text;
      readonly 'ceterms:subjectWebpage': string;
      readonly 'ceterms:requires': readonly ConditionProfile[];
    },
  ];
};

const en = (text: string): Text => ({ en: text });

export function toCtdl(
  route: Route,
  input: ExportInput,
): { readonly document: CtdlDocument; readonly losses: readonly Loss[] } {
  const book = openLossBook();
  loseOfRoute(route, book);
  if (route.finally.length > 0) book.lose('steps', route.route, 'Steps and their order are left out.');
  const requires = [...new Set([...route.scope, ...route.requirements])].flatMap((id) => {
    const resolved = input.law.rules.get(id);
    return resolved === undefined ? [] : [profileOf(wordingOf(resolved, book), input, book)];
  });
  const page = input.links.route(route.route);
  const losses = book.all();
  return {
    losses,
    document: {
      '@context': 'http://credreg.net/ctdl/schema/context/json',
      '@graph': [
        {
          '@type': input.kind === 'authority' ? 'ceterms:License' : 'ceterms:Certification',
          '@id': page,
          'ceterms:name': en(route.title),
          'ceterms:description': en(`${route.for}. The law of ${input.on}. ${tellLosses(losses)}`),
          'ceterms:subjectWebpage': page,
          'ceterms:requires': requires,
        },
      ],
    },
  };
}

function profileOf({ rule, version }: Wording, input: ExportInput, book: LossBook): ConditionProfile {
  book.lose('citations', rule.rule, 'Clauses and grades stand on the page of the rule only.');
  return {
    '@type': 'ceterms:ConditionProfile',
    'ceterms:name': en(rule.title),
    'ceterms:description': en(rule.text),
    'ceterms:subjectWebpage': input.links.rule(rule.rule),
    ...(version === undefined ? {} : partsOf(version.when, rule.rule, input, book)),
  };
}

type Parts = Pick<ConditionProfile, 'ceterms:condition' | 'ceterms:alternativeCondition'>;

/** One choice has a place beside conditions that all hold; a second one becomes words. */
function partsOf(node: Node, place: string, input: ExportInput, book: LossBook): Parts {
  const held = conjunctsOf(node, place, book);
  const choice = held.find((each) => 'any' in each);
  const texts = held.filter((each) => each !== choice).map((each) => inWords(each, place, input, book));
  loseFrame(choice, place, book);
  return {
    ...(texts.length === 0 ? {} : { 'ceterms:condition': texts }),
    ...(choice !== undefined && 'any' in choice
      ? {
          'ceterms:alternativeCondition': choice.any.map(
            (each): ConditionProfile => ({
              '@type': 'ceterms:ConditionProfile',
              'ceterms:description': en(describeNode(each, input.words)),
              ...partsOf(each, place, input, book),
            }),
          ),
        }
      : {}),
  };
}

function conjunctsOf(node: Node, place: string, book: LossBook): readonly Node[] {
  if (!('all' in node)) return [node];
  loseFrame(node, place, book);
  return node.all.flatMap((each) => conjunctsOf(each, place, book));
}

/** Everything below is in the words; so is every operator below. */
function inWords(node: Node, place: string, input: ExportInput, book: LossBook): Text {
  for (const inner of input.nodesBelow(node)) {
    book.lose(operatorNameOf(inner), place, 'It is told in words only; no program can evaluate it.');
    loseFrame(inner, place, book);
  }
  return en(describeNode(node, input.words));
}

function loseFrame(node: Node | undefined, place: string, book: LossBook): void {
  if (node?.cure !== undefined)
    book.lose('cure', place, 'Which steps would make a condition true is left out.');
  if (node?.waiver !== undefined) book.lose('waiver', place, 'That a failure may be set aside is left out.');
}
