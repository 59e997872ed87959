import { describe, expect, it } from 'vitest';
import type { PackNotes } from '../worker/messages.ts';
import { findSource, packOf } from './find-source.ts';

const pack = (id: string, sources: readonly string[], uses: readonly string[] = []): PackNotes =>
  ({
    pack: id,
    uses,
    sources: sources.map((source) => ({ source, title: `${source} of ${id}` })),
  }) as unknown as PackNotes;

const packs = [pack('us', ['act', 'usmle']), pack('us-ny', ['act'], ['us']), pack('gb', ['act', 'gmc'])];

describe('the source of a citation', () => {
  it.each([
    ['us-ny.age', 'us-ny'],
    ['us.ecfmg', 'us'],
    ['step.us-ny.application', 'us-ny'],
  ])('%s was written in the pack %s', (id, expected) => {
    expect(packOf(id, packs)?.pack).toBe(expected);
  });

  it('belongs to no pack when the step is common to all', () => {
    expect(packOf('step.common.ielts', packs)).toBeUndefined();
  });

  it.each([
    ['act', 'us-ny', 'act of us-ny'],
    ['usmle', 'us-ny', 'usmle of us'],
    ['gmc', 'us-ny', 'gmc of gb'],
  ])('%s cited in %s is “%s”: its own pack first, then those it uses', (id, home, title) => {
    expect(findSource(id, packOf(`${home}.x`, packs), packs)?.title).toBe(title);
  });

  it('is not invented', () => {
    expect(findSource('nothing', undefined, packs)).toBeUndefined();
  });
});
