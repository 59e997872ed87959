import { sha256Hex } from '@testamur/engines/kernel';
import { describe, expect, it } from 'vitest';
import type { StoredEvent } from './audit-store.ts';
import { toFhirAuditEvent } from './to-fhir.ts';
import { GENESIS, verifyChain } from './verify-chain.ts';

const organisation = '00000000-0000-4000-8000-00000000000a';
const recordedAt = '2026-11-22T12:00:00.000Z';

function chain(length: number): StoredEvent[] {
  const events: StoredEvent[] = [];
  let previousHash = GENESIS.hash;
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const act = `people.act-${sequence}`;
    const event = JSON.stringify({
      act,
      action: 'C',
      outcome: '0',
      recorded: recordedAt,
      agent: { kind: 'console' },
      source: 'test',
      entities: [],
    });
    const hash = sha256Hex([organisation, sequence, previousHash, event].join('\n'));
    events.push({ organisation, sequence, recordedAt, act, event, previousHash, hash });
    previousHash = hash;
  }
  return events;
}

const change = (events: StoredEvent[], at: number, changed: Partial<StoredEvent>): StoredEvent[] =>
  events.map((one, index) => (index === at ? { ...one, ...changed } : one));
const rehash = (one: StoredEvent): StoredEvent => ({
  ...one,
  hash: sha256Hex([one.organisation, one.sequence, one.previousHash, one.event].join('\n')),
});

describe('a chain of events', () => {
  it('has no fault when nothing was touched, and can be followed from the middle', () => {
    const events = chain(5);
    const whole = verifyChain(events);
    expect(whole).toEqual({ faults: [], end: { sequence: 5, hash: events[4]?.hash } });
    const half = verifyChain(events.slice(0, 2)).end;
    expect(verifyChain(events.slice(2), half)).toEqual(whole);
  });

  it.each<[string, (events: StoredEvent[]) => StoredEvent[], unknown]>([
    [
      'a changed text',
      (events) => change(events, 2, { event: events[2]?.event.replace('"C"', '"R"') ?? '' }),
      [{ sequence: 3, fault: 'changed' }],
    ],
    [
      'a changed text with its hash made anew',
      (events) =>
        events.map((one, index) =>
          index === 2 ? rehash({ ...one, event: one.event.replace('"C"', '"R"') }) : one,
        ),
      [{ sequence: 4, fault: 'does not follow' }],
    ],
    [
      'an event left out',
      (events) => events.filter((_, index) => index !== 2),
      [{ sequence: 4, fault: 'out of order' }],
    ],
    ['the first left out', (events) => events.slice(1), [{ sequence: 2, fault: 'out of order' }]],
    [
      'an event of another organisation',
      (events) => change(events, 1, { organisation: organisation.replace('a', 'b') }),
      [{ sequence: 2, fault: 'changed' }],
    ],
    [
      'a column that says something else',
      (events) => change(events, 3, { act: 'people.other' }),
      [{ sequence: 4, fault: 'columns differ' }],
    ],
    [
      'a time that says something else',
      (events) => change(events, 3, { recordedAt: '2026-11-22T12:00:00.001Z' }),
      [{ sequence: 4, fault: 'columns differ' }],
    ],
  ])('shows %s', (_what, tamper, faults) => {
    expect(verifyChain(tamper(chain(5))).faults).toEqual(faults);
  });

  it('shows what was cut off only against an end that was kept', () => {
    const [kept, cut] = [verifyChain(chain(5)).end, verifyChain(chain(4))];
    expect(cut.faults).toEqual([]);
    expect(cut.end).not.toEqual(kept);
  });
});

describe('an event as FHIR AuditEvent', () => {
  it('has every element that the resource requires, and ours in their places', () => {
    const event = JSON.stringify({
      act: 'people.assign-role',
      action: 'U',
      outcome: '0',
      recorded: recordedAt,
      agent: { kind: 'person', id: organisation, organisation },
      source: 'api',
      reason: 'asked by letter',
      entities: [{ what: 'member_roles', key: { role: 'auditor' }, old: 'aa', new: 'bb' }],
    });
    const stored = {
      organisation,
      sequence: 7,
      recordedAt,
      act: 'people.assign-role',
      event,
      previousHash: 'cc',
      hash: 'dd',
    };
    expect(toFhirAuditEvent(stored)).toEqual({
      resourceType: 'AuditEvent',
      id: `${organisation}.7`,
      type: {
        system: 'http://terminology.hl7.org/CodeSystem/audit-event-type',
        code: 'rest',
        display: 'RESTful Operation',
      },
      subtype: [{ system: 'urn:testamur:act', code: 'people.assign-role' }],
      action: 'U',
      recorded: recordedAt,
      outcome: '0',
      purposeOfEvent: [{ text: 'asked by letter' }],
      agent: [
        {
          type: { text: 'person' },
          who: { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${organisation}` } },
          requestor: true,
        },
        {
          type: { text: 'organisation' },
          who: { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${organisation}` } },
          requestor: false,
        },
      ],
      source: { site: 'api', observer: { display: 'Testamur' } },
      entity: [
        {
          name: 'member_roles',
          detail: [
            { type: 'key', valueString: '{"role":"auditor"}' },
            { type: 'old', valueString: 'aa' },
            { type: 'new', valueString: 'bb' },
          ],
        },
        {
          name: 'chain',
          detail: [
            { type: 'sequence', valueString: '7' },
            { type: 'previous', valueString: 'cc' },
            { type: 'hash', valueString: 'dd' },
          ],
        },
      ],
    });
  });
});
