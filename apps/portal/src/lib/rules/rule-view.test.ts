import type { Pack, Rule } from '@testamur/engines/recognition';
import { expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import type { Sight } from './condition.ts';
import { viewRule } from './rule-view.ts';

const source = { source: 'letter', title: 'A letter', publisher: 'The council', lang: 'en', grade: 'C' };
const doubts = [
  { id: 'letter', text: 'A letter says four.', source: 'letter', recordedOn: '2026-11-22' },
  { id: 'own', text: 'The clause can be read otherwise.', recordedOn: '2026-11-23' },
];
const rule = { rule: 'xx.a', title: 'A', kind: 'other', text: 'A', versions: [], doubts } as unknown as Rule;
const pack = { pack: 'xx', sources: [source], rules: [rule] } as unknown as Pack;
const sight = { language: english } as unknown as Sight;
const query = { on: 0, knownOn: 0 } as unknown as Parameters<typeof viewRule>[2];

it('a rule is shown with every doubt recorded beside it, and with what says otherwise where that is named', () =>
  expect(viewRule(pack, rule, query, sight).doubts).toEqual([
    { id: 'letter', text: 'A letter says four.', recordedOn: '2026-11-22', source },
    { id: 'own', text: 'The clause can be read otherwise.', recordedOn: '2026-11-23' },
  ]));
