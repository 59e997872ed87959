import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACTS, ruleOf } from '../authorising/index.ts';
import { hideValue, LEAF_SCHEMA, type Leaf, type LeafGiven, writeLeaf } from './leaf.ts';

const GIVEN: LeafGiven = {
  leafId: '11111111-1111-4111-8111-111111111111',
  act: 'institutions.withdraw-verification',
  at: '2026-11-22T12:00:00.000Z',
  by: '22222222-2222-4222-8222-222222222222',
  salt: 'a-salt',
  open: { verification: '33333333-3333-4333-8333-333333333333' },
  hidden: { reason: 'Dr Example asked' },
};

type Shape = { readonly const?: string; readonly properties?: Readonly<Record<string, Shape>> };
const page = path.resolve(import.meta.dirname, '../../docs/schemas/log-leaf.schema.json');
const schema = JSON.parse(readFileSync(page, 'utf8')) as Shape & { readonly oneOf: readonly Shape[] };

describe('a leaf', () => {
  it('is one line of canonical JSON, the same for the same values in any order', () => {
    const { open, hidden, ...rest } = GIVEN;
    expect(writeLeaf(GIVEN)).toBe(writeLeaf({ hidden, open, ...rest } as LeafGiven));
    expect(writeLeaf(GIVEN)).toMatch(/^\{"act":.*\}$/);
    expect(writeLeaf(GIVEN)).not.toMatch(/\n|Dr Example/);
  });

  it('hides values as a shell can find them again, and differently under another salt', () => {
    const found = createHash('sha256').update('a-salt\nDr Example asked').digest('hex');
    const leaf = JSON.parse(writeLeaf(GIVEN)) as Leaf;
    expect(leaf.hashed).toEqual({ reason: `sha256:${found}` });
    expect(hideValue('another', 'Dr Example asked')).not.toBe(`sha256:${found}`);
  });

  it('has the members that docs/schemas/log-leaf.schema.json tells, for every public act', () => {
    const leaf = JSON.parse(writeLeaf(GIVEN)) as Leaf;
    expect(Object.keys(leaf).sort()).toEqual(Object.keys(schema.properties ?? {}).sort());
    expect(schema.properties?.['schema']?.const).toBe(LEAF_SCHEMA);
    const told = schema.oneOf.map((one) => one.properties?.['act']?.const ?? '');
    expect(told.sort()).toEqual(ACTS.filter((act) => ruleOf(act).isPublic).sort());
  });
});
