import type { StoredEvent } from './audit-store.ts';

type Entity = {
  readonly what: string;
  readonly key?: unknown;
  readonly old?: string;
  readonly new?: string;
  readonly people?: readonly string[];
  readonly code?: string;
};
type Kept = {
  readonly action: string;
  readonly outcome: string;
  readonly agent: { readonly kind: string; readonly id?: string; readonly organisation?: string };
  readonly source: string;
  readonly reason?: string;
  readonly entities: readonly Entity[];
};

/**
 * One event as a FHIR R4 AuditEvent resource (https://hl7.org/fhir/R4/auditevent.html): type, subtype, action, recorded, outcome, agent, source,
 * entity. Our own codes carry our own system; value hashes go into `entity.detail`, the link of the chain into an `entity` of its own.
 */
export function toFhirAuditEvent(stored: StoredEvent): Readonly<Record<string, unknown>> {
  const kept = JSON.parse(stored.event) as Kept;
  const reason = stored.reason ?? kept.reason;
  return {
    resourceType: 'AuditEvent',
    id: `${stored.organisation}.${stored.sequence}`,
    type: {
      system: 'http://terminology.hl7.org/CodeSystem/audit-event-type',
      code: 'rest',
      display: 'RESTful Operation',
    },
    subtype: [{ system: 'urn:testamur:act', code: stored.act }],
    action: kept.action,
    recorded: stored.recordedAt,
    outcome: kept.outcome,
    ...(reason === undefined ? {} : { purposeOfEvent: [{ text: reason }] }),
    agent: agentsOf(kept.agent),
    source: { site: kept.source, observer: { display: 'Testamur' } },
    entity: [...kept.entities.map(entityOf), linkOf(stored)],
  };
}

/** The actor requested it; the organisation acted for stands beside her. */
function agentsOf({ kind, id, organisation }: Kept['agent']): readonly Readonly<Record<string, unknown>>[] {
  return [
    { type: { text: kind }, ...(id === undefined ? {} : { who: identify(id) }), requestor: true },
    ...(organisation === undefined
      ? []
      : [{ type: { text: 'organisation' }, who: identify(organisation), requestor: false }]),
  ];
}

const identify = (id: string) => ({ identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` } });

function entityOf(entity: Entity): Readonly<Record<string, unknown>> {
  const details = {
    ...(entity.key === undefined ? {} : { key: JSON.stringify(entity.key) }),
    old: entity.old,
    new: entity.new,
    code: entity.code,
  };
  const people = (entity.people ?? []).map((id) => ({ type: 'about', valueString: `urn:uuid:${id}` }));
  const detail = Object.entries(details).flatMap(([type, value]) =>
    value === undefined ? [] : [{ type, valueString: value }],
  );
  return {
    name: entity.what,
    ...(detail.length + people.length > 0 ? { detail: [...detail, ...people] } : {}),
  };
}

function linkOf(stored: StoredEvent): Readonly<Record<string, unknown>> {
  return {
    name: 'chain',
    detail: [
      { type: 'sequence', valueString: String(stored.sequence) },
      { type: 'previous', valueString: stored.previousHash },
      { type: 'hash', valueString: stored.hash },
    ],
  };
}
