import { describe, expect, it } from 'vitest';
import { CONSENT_PURPOSES, noticeHashOf, writeReceipts } from './consent-receipt.ts';
import { columnsOf, isPersonal } from './personal-data/entry.ts';
import { BASES, PURPOSES } from './personal-data/purposes.ts';
import { PERSONAL_DATA } from './personal-data/tables.ts';
import type { ConsentEvent } from './privacy-store.ts';
import { stateOf } from './request-state.ts';

const ENTRIES = Object.entries(PERSONAL_DATA);

describe('the catalogue of personal data', () => {
  it('gives every personal table a purpose, somebody who sees it, and a column that stands for a person', () => {
    for (const [name, entry] of ENTRIES.filter(([, one]) => isPersonal(one))) {
      const kinds = columnsOf(entry).map(({ kind }) => kind);
      // What is gone within a day needs nobody's name: a count under a keyed hash stands for a caller, not for a person.
      const stands = kinds.includes('pseudonym') || kinds.every((kind) => kind === 'passing');
      expect([name, stands, entry.recipients.length > 0]).toEqual([name, true, true]);
      expect([name, entry.retention]).not.toEqual([name, 'none']);
    }
  });

  it('calls nothing personal in a table without a purpose', () => {
    for (const [name, entry] of ENTRIES.filter(([, one]) => !isPersonal(one)))
      expect([name, columnsOf(entry).filter(({ kind }) => kind !== 'none')]).toEqual([name, []]);
  });

  it('names the owner of what is sealed among the columns of the same table', () => {
    for (const [name, entry] of ENTRIES) {
      if (!entry.sealed) continue;
      const columns = columnsOf(entry).map(({ column }) => column);
      expect([name, columns.includes(entry.sealed.owner)]).toEqual([name, true]);
      const searched = Object.keys(entry.sealed.lookups ?? {});
      expect(searched.filter((column) => !(column in (entry.sealed?.columns ?? {})))).toEqual([]);
    }
  });

  it('rests every purpose on an article of GDPR 6(1)', () => {
    for (const { basis } of Object.values(PURPOSES))
      expect(BASES[basis].article).toMatch(/^6\(1\)\([acf]\)$|^6\(1\)\(b\)$/);
  });
});

describe('a refusal', () => {
  const decision = (outcome: 'granted' | 'refusal-proposed') =>
    ({ requestId: 'r', personId: 'p', outcome, reason: 'x', decidedBy: 'o', decidedAt: 't' }) as const;
  const review = (outcome: 'upheld' | 'overturned') =>
    ({ requestId: 'r', personId: 'p', outcome, reason: 'x', reviewedBy: 'q', reviewedAt: 't' }) as const;

  it.each([
    ['nothing was decided', undefined, undefined, 'open'],
    ['it was granted', decision('granted'), undefined, 'granted'],
    ['one person refuses', decision('refusal-proposed'), undefined, 'refusal-under-review'],
    ['another upholds it', decision('refusal-proposed'), review('upheld'), 'refused'],
    ['another overturns it', decision('refusal-proposed'), review('overturned'), 'granted'],
  ] as const)('when %s', (_when, decided, reviewed, state) => {
    expect(stateOf({ decision: decided, review: reviewed })).toBe(state);
  });
});

describe('a consent receipt', () => {
  const event = (state: 'given' | 'withdrawn', n: number): ConsentEvent => ({
    eventId: `e${n}`,
    personId: 'p',
    purpose: 'research',
    state,
    noticeHash: noticeHashOf('research'),
    language: 'en',
    at: `2026-11-22T12:00:0${n}.000Z`,
  });

  it('keeps its number from the first event on and tells all of them in order', () => {
    const [receipt] = writeReceipts([event('given', 1), event('withdrawn', 2), event('given', 3)], 'c');
    expect(receipt?.record_id).toBe('e1');
    expect(receipt?.events.map((one) => one.event_state)).toEqual(['given', 'withdrawn', 'given']);
    expect(receipt?.processing.lawful_basis).toBe('GDPR 6(1)(a)');
  });

  it('is asked for nothing that rests on another basis', () => {
    expect(CONSENT_PURPOSES.map((purpose) => PURPOSES[purpose].basis)).toEqual(
      CONSENT_PURPOSES.map(() => 'consent'),
    );
    expect(CONSENT_PURPOSES.length).toBeGreaterThan(0);
  });
});
