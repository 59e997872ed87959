/** Case 11: a school's history, joined by identity and interval. The registry is invented. */
import * as world from '@testamur/testing/fictional-registry';
import { describe, expect, it } from 'vitest';
import type { Node } from '../language/nodes.ts';
import { registryViewOf } from '../registry/index.ts';
import { askNode } from '../small-law.fixture.ts';

const registry = registryViewOf(world.fictionalRegistry);
const accredited: Node = {
  asOf: {
    join: 'accredited',
    subject: 'pmq.school',
    on: { fact: 'pmq.graduatedOn' },
    recognisedBy: 'wfme',
    otherwise: 'pmq.accredited',
  },
};

const ask = (
  school: string | { name: string; country: string },
  graduatedOn: string | { from: string; to: string },
  more: object = {},
) =>
  askNode(accredited, {
    registry,
    dossier: { qualifications: [{ id: 'degree', school, graduatedOn, ...more }] },
  });

describe('11. history of schools and agencies', () => {
  it('a lapsed agency does not void a degree earned before the lapse', () => {
    expect(ask(world.ALDERMOOR, '2015-05-01')).toMatchObject({ truth: 'true' });
    expect(ask(world.ALDERMOOR, '2023-05-01')).toMatchObject({ truth: 'false' });
  });
  it('a vague date is unknown when the agency was recognised for part of it only', () => {
    expect(ask(world.ALDERMOOR, { from: '2021-06', to: '2022-06' })).toMatchObject({
      truth: 'unknown',
      missing: ['pmq.accredited'],
    });
  });
  it('a degree of a closed school counts by what held on its day', () => {
    expect(ask(world.DUNMERE, '2031-01-01').truth).not.toBe('true');
  });
  it('a strong entry overrides what the person says', () => {
    expect(ask(world.ALDERMOOR, '2015-05-01', { accredited: false }).truth).toBe('true');
  });
  it('a weak entry that contradicts her makes the fact disputed, and one that agrees leaves it hers', () => {
    expect(ask(world.GRIMSTONE, '2015-05-01', { accredited: false })).toMatchObject({
      truth: 'unknown',
      reasons: ['disputed'],
    });
    expect(ask(world.GRIMSTONE, '2015-05-01', { accredited: true })).toMatchObject({
      truth: 'true',
      strength: 1,
    });
  });
  it('asks her where the registry is silent, and for a school described by hand', () => {
    expect(ask('sch-nowhere', '2015-05-01')).toMatchObject({ truth: 'unknown', missing: ['pmq.accredited'] });
    expect(ask({ name: 'Nowhere', country: 'AA' }, '2015-05-01', { accredited: true })).toMatchObject({
      truth: 'true',
      strength: 1,
    });
  });
  it('never joins by name: a namesake described by hand is nobody', () => {
    expect(ask({ name: 'Aldermoor University', country: 'AA' }, '2015-05-01').truth).toBe('unknown');
  });
});
