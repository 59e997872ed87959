import { describe, expect, it } from 'vitest';
import { endOfSession, isOpen, isSeenLongAgo } from './session-terms.ts';

const at = (text: string): string => `2026-11-22T${text}:00.000Z`;
const session = (isShared: boolean, more = {}) => ({
  ...{ isShared, seenAt: at('12:00'), expiresAt: endOfSession(at('12:00'), isShared), revokedAt: undefined },
  ...more,
});

describe('a session', () => {
  it.each([
    ['of one’s own', session(false), '23:59', true],
    ['of one’s own, idle for twelve hours', session(false, { seenAt: at('00:00') }), '12:00', false],
    ['on a shared computer', session(true), '12:14', true],
    ['on a shared computer, idle for a quarter of an hour', session(true), '12:15', false],
    ['on a shared computer, in use, at its end', session(true, { seenAt: at('13:59') }), '14:00', false],
    ['on a shared computer, in use, before its end', session(true, { seenAt: at('13:58') }), '13:59', true],
    ['that was revoked', session(false, { revokedAt: at('12:01') }), '12:01', false],
  ])('%s', (_name, given, when, open) => expect(isOpen(given, at(when))).toBe(open));

  it('of one’s own ends after a week however busy it is', () => {
    const end = endOfSession(at('12:00'), false);
    expect(end).toBe('2026-11-29T12:00:00.000Z');
    expect(isOpen(session(false, { seenAt: end }), end)).toBe(false);
  });

  it('is noted as seen every two minutes, not with every request', () => {
    expect([at('12:01'), at('12:02')].map((now) => isSeenLongAgo(at('12:00'), now))).toEqual([false, true]);
  });
});
