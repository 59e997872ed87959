import { describe, expect, it } from 'vitest';
import {
  faultOfChoice,
  faultOfDays,
  faultOfLastDay,
  faultOfLine,
  faultOfMail,
  faultOfReason,
  isFine,
  keepFaults,
} from './find-faults.ts';

describe('what is typed into a form of an organisation', () => {
  it.each([
    ['an empty line', faultOfLine('  '), 'organisations.fault.empty'],
    ['a line of 200', faultOfLine('x'.repeat(200)), undefined],
    ['a line of 201', faultOfLine('x'.repeat(201)), 'organisations.fault.long'],
    ['two lines', faultOfLine('a\nb'), 'organisations.fault.line'],
    ['a reason of 2,000', faultOfReason('x'.repeat(2_000)), undefined],
    ['a reason of 2,001', faultOfReason('x'.repeat(2_001)), 'organisations.fault.long'],
    ['no choice', faultOfChoice(''), 'organisations.fault.choose'],
    ['no mail address', faultOfMail(''), undefined],
    ['an address', faultOfMail(' a@example.org '), undefined],
    ['half an address', faultOfMail('a@'), 'organisations.fault.mail'],
    ['no days', faultOfDays(null), 'organisations.fault.days'],
    ['no day', faultOfDays(0), 'organisations.fault.days'],
    ['half a day', faultOfDays(1.5), 'organisations.fault.days'],
    ['one day', faultOfDays(1), undefined],
    ['ninety days', faultOfDays(90), undefined],
    ['ninety-one', faultOfDays(91), 'organisations.fault.days'],
    ['yesterday', faultOfLastDay('2026-11-22', '2026-11-23'), 'organisations.fault.day'],
    ['today', faultOfLastDay('2026-11-23', '2026-11-23'), undefined],
    ['no day at all', faultOfLastDay('', '2026-11-23'), 'organisations.fault.day'],
  ] as const)('%s', (_what, fault, expected) => expect(fault).toBe(expected));

  it('is fine when nothing is wrong', () => {
    expect(isFine(keepFaults({ a: undefined }))).toBe(true);
    expect(keepFaults({ a: undefined, b: 'organisations.fault.mail' })).toEqual({
      b: 'organisations.fault.mail',
    });
  });
});
