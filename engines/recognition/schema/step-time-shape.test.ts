import { expect, it } from 'vitest';
import { step as stepShape } from './step-shape.ts';

const problemsOf = (more: object): readonly string[] => {
  const found: string[] = [];
  const step = {
    step: 'step.xx.one',
    title: 'T',
    text: 't',
    kind: 'exam',
    controller: 'self',
    requires: [],
    effects: [],
    cite: [],
  };
  stepShape({ ...step, ...more }, [], (code, at) => void found.push(`${code} ${at.join('/')}`));
  return found;
};
const cite = [{ source: 'x', locator: 'whole page', seen: 'undated' }];

it.each([
  { sittings: { months: [1, 12], cite } },
  { sittings: { dates: [{ on: '2027-02-04', registerBy: '2026-12-17' }], cite } },
  { sittings: { months: [5, [10, 11], [12, 1]], cite } },
  { retakeAfter: { later: [{ from: 4, period: 'P6M' }], cite } },
  { sittings: { continuous: true, cite } },
  { sittings: { perYear: 4, cite } },
  { season: { opens: '11-01', closes: '02-28', cite } },
  { retakeAfter: { period: 'P16D', later: [{ from: 4, period: 'P6M' }], cite } },
  { attempts: { most: 3, within: 'P12M', cite } },
  { passRate: { value: 1, population: 'all', year: '2024', cite } },
  { study: { cite } },
  { partTime: { allowed: true, least: 0.5, cite } },
])('%j is read', (more) => expect(problemsOf(more)).toEqual([]));

it.each([
  [{ sittings: { cite } }, 'PACK_KEY_MISSING sittings'],
  [{ sittings: { months: [0], cite } }, 'PACK_VALUE sittings/months/0'],
  [{ sittings: { months: [13], cite } }, 'PACK_VALUE sittings/months/0'],
  [{ sittings: { months: [[10]], cite } }, 'PACK_VALUE sittings/months/0'],
  [{ retakeAfter: { cite } }, 'PACK_KEY_MISSING retakeAfter'],
  [{ sittings: { months: [], cite } }, 'PACK_EMPTY sittings/months'],
  [{ sittings: { dates: [{ on: '2027-02-29' }], cite } }, 'PACK_DATE sittings/dates/0/on'],
  [{ season: { opens: '02-29', closes: '03-31', cite } }, 'PACK_DATE season/opens'],
  [{ season: { opens: '2027-01-01', closes: '03-31', cite } }, 'PACK_DATE season/opens'],
  [{ season: { opens: '03-01', cite } }, 'PACK_KEY_MISSING season'],
  [{ attempts: { most: 0, cite } }, 'PACK_VALUE attempts/most'],
  [{ passRate: { value: 0, population: 'all', year: '2024', cite } }, 'PACK_VALUE passRate/value'],
  [{ passRate: { value: 67, population: 'all', year: '2024', cite } }, 'PACK_VALUE passRate/value'],
  [{ retakeAfter: { period: 'P0D', cite } }, 'PACK_PERIOD retakeAfter/period'],
  [{ partTime: { allowed: 'yes', cite } }, 'PACK_TYPE partTime/allowed'],
  [{ study: { min: 'P3M' } }, 'PACK_KEY_MISSING study'],
])('%j is refused', (more, problem) => expect(problemsOf(more)).toEqual([problem]));
