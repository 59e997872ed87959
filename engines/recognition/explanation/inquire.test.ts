import { describe, expect, it } from 'vitest';
import { expectOk, parseDay } from '../../kernel/index.ts';
import { prepareLaw } from '../assess/prepare-law.ts';
import type { Dossier } from '../facts/dossier.ts';
import type { Node } from '../language/nodes.ts';
import type { Route } from '../language/pack.ts';
import { referenceEvaluator } from '../reference/reference-evaluator.ts';
import { pack, rule, SILENT, step, VOCABULARY, version } from '../small-law.fixture.ts';
import { inquire } from './inquire.ts';

const on = expectOk(parseDay('2026-01-01'), 'a day of a test');
const long: Node = { fact: 'pmq.years', atLeast: 6 };
const route: Route = {
  route: 'xx.way',
  title: 'Way',
  for: 'All',
  grants: 'full',
  cite: [],
  scope: [],
  requirements: ['xx.long', 'xx.a'],
  discretion: [],
  notes: [],
  finally: [],
};
const land = pack(
  [
    rule('xx.long', version(long)),
    rule('xx.a', version({ fact: 'person.a', equals: true, cure: ['step.xx.a'] })),
  ],
  { routes: [route], steps: [step('step.xx.a')] },
);
const prepared = prepareLaw({
  book: { vocabulary: VOCABULARY, commonSteps: [], packs: [land], hashes: new Map() },
  on,
  knownOn: on,
  evaluator: referenceEvaluator,
});
const ask = (dossier: Dossier) =>
  inquire(prepared, { dossier, schools: () => undefined, registry: SILENT }, 'xx');
const two: Dossier = {
  person: { a: false },
  qualifications: [
    { id: 'short', years: 5 },
    { id: 'long', years: 6 },
  ],
};

describe('an inquiry', () => {
  it('asks about the degree that serves the authority best', () => {
    expect(ask(two).basis).toBe('long');
    expect(ask(two).requirement('xx.long').verdict).toBe('met');
  });
  it('tells of a route how it stands, what remains and what would turn it', () => {
    const inquiry = ask(two);
    expect(inquiry.route('xx.way').status).toBe('withSteps');
    expect(inquiry.residual({ route: 'xx.way' })).toMatchObject({
      standing: 'curable',
      steps: ['step.xx.a'],
    });
    expect(inquiry.whyNot({ route: 'xx.way' }).sets).toMatchObject([
      [{ at: ['xx.a@1'], to: 'true', cure: ['step.xx.a'] }],
    ]);
  });
  it('tells of a rule that is met what would lose it, and what would keep it when that is asked', () => {
    expect(ask(two).whyNot({ rule: 'xx.long' })).toMatchObject({
      to: 'notMet',
      sets: [[{ at: ['xx.long@1'], to: 'false' }]],
    });
    expect(ask(two).whyNot({ rule: 'xx.long' }, 'met').sets).toEqual([]);
  });
  it('works without a degree', () => {
    expect(ask({})).not.toHaveProperty('basis');
    expect(ask({}).residual({ rule: 'xx.long' }).undecided).toMatchObject([{ missing: ['pmq.years'] }]);
  });
  it('refuses what is not there as a bug of the caller', () => {
    expect(() => ask({}).route('xx.none')).toThrow('No route xx.none');
    expect(() =>
      inquire(prepared, { dossier: {}, schools: () => undefined, registry: SILENT }, 'yy'),
    ).toThrow('No pack yy');
  });
});
