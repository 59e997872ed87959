/** A node of an explanation as canonical JSON (RFC 8785), in pieces: what the law fixes, and what the answer adds. */
import type { Citation } from '../../kernel/index.ts';
import type { FactUsed } from '../assessment.ts';
import type { Told } from '../explanation/tell-node.ts';
import type { Trace } from './compiled-node.ts';
import { gradeName, N, reasonNames, standingName, strengthName, truthName, truthOf } from './packed.ts';

const json = (value: unknown): string => JSON.stringify(value);

/** Members sorted by name; absent ones left out. */
export function jsonOfCitations(citations: readonly Citation[]): string {
  return `[${citations.map((citation) => jsonOfRecord(citation)).join(',')}]`;
}

function jsonOfRecord(record: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(record)
    .filter((name) => record[name] !== undefined)
    .sort();
  return `{${names.map((name) => `${json(name)}:${json(record[name])}`).join(',')}}`;
}

export const jsonOfFact = (fact: FactUsed): string => jsonOfRecord(fact);

/** What the law fixes of a node. */
export type NodeText = {
  readonly id: string;
  readonly told: Told;
  readonly cite: string;
  readonly cure: readonly string[];
  readonly waiver: string | undefined;
};

/** From the citations up to the facts; the children come before it. */
export const beforeFacts = ({ cite, cure }: NodeText): string =>
  `],"cite":${cite},"cure":${json(cure)},"facts":[`;

/** What the answer adds. */
export type AnswerText = {
  readonly packed: number;
  readonly missing: readonly string[];
  readonly independentOf: readonly string[];
  readonly trace: Trace | undefined;
};

/** From the facts to the end. */
export function afterFacts({ id, told, waiver }: NodeText, answer: AnswerText): string {
  const { packed, missing, independentOf, trace } = answer;
  const [grade, strength] = [gradeName(packed), strengthName(packed)];
  return [
    ']',
    grade === undefined ? '' : `,"grade":"${grade}"`,
    `,"id":${json(id)},"independentOf":${json(independentOf)}`,
    trace === undefined ? '' : `,"matched":${json(trace.matched)}`,
    `,"missing":${json(missing)},"operator":${json(told.operator)}`,
    trace === undefined ? '' : `,"possible":${json(trace.possible)}`,
    `,"reasons":${json(reasonNames(packed))},"sentence":${json(told.sentence)}`,
    truthOf(packed) === N ? '' : `,"standing":"${standingName(packed)}"`,
    strength === undefined ? '' : `,"strength":${strength}`,
    `,"truth":"${truthName(packed)}"`,
    waiver === undefined ? '' : `,"waiver":${json(waiver)}`,
    '}',
  ].join('');
}
