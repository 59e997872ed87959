import { describe, expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import { LOOKS, showStatus, showUnknown, showVerdict } from './looks.ts';

describe('how a status looks', () => {
  it.each([
    ['open', [], 'open', 'Open now'],
    ['withSteps', [], 'steps', 'Open with steps'],
    ['closed', [], 'closed', 'Closed'],
    ['unknown', ['notSaid'], 'notsaid', 'Unknown: you have not said'],
    ['unknown', ['notResearched'], 'notresearched', 'Unknown: not researched'],
    ['unknown', ['stale'], 'notresearched', 'Unknown: must be read again'],
    ['unknown', ['disputed'], 'notsaid', 'Unknown: sources disagree'],
    ['unknown', ['notResearched', 'notSaid'], 'notsaid', 'Unknown: you have not said'],
  ] as const)('%s for %j looks %s and reads "%s"', (status, reasons, look, word) => {
    const shown = showStatus(status, reasons);
    expect([shown.look, english.say(shown.key)]).toEqual([look, word]);
  });

  it('never shows an unknown without a reason as yes or no', () => {
    expect(showUnknown([]).look).toBe('notresearched');
  });

  it.each([
    [{ verdict: 'met' }, 'open', 'Met'],
    [{ verdict: 'notMet', remedy: 'curable' }, 'steps', 'Not met yet'],
    [{ verdict: 'notMet', remedy: 'final' }, 'closed', 'Not met'],
    [{ verdict: 'notMet', remedy: 'undetermined' }, 'closed', 'Not met; unknown whether it can be'],
    [{ verdict: 'unknown', reasons: ['notSaid'] }, 'notsaid', 'Unknown: you have not said'],
    [{ verdict: 'notApplicable' }, 'none', 'Does not apply'],
  ] as const)('a requirement %j looks %s', (verdict, look, word) => {
    const shown = showVerdict(verdict);
    expect([shown.look, english.say(shown.key)]).toEqual([look, word]);
  });

  it('tells the five looks apart by word', () => {
    expect(new Set(LOOKS.map(({ key }) => english.say(key))).size).toBe(5);
  });
});
