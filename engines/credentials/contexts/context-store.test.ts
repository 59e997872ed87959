import { describe, expect, it } from 'vitest';
import { makeContextStore } from './context-store.ts';
import { CREDENTIALS_V2, PINNED_CONTEXTS } from './pinned-contexts.ts';

describe('the store of contexts', () => {
  it('does not take another content at the same address', () => {
    expect(
      makeContextStore(PINNED_CONTEXTS, () => ({ '@context': { name: 'https://evil.example/' } })),
    ).toMatchObject({
      ok: false,
      error: {
        code: 'CREDENTIALS_CONTEXT_ALTERED',
        message: expect.stringContaining(CREDENTIALS_V2.slice(0, 12)),
      },
    });
  });

  it('does not do without one', () => {
    expect(makeContextStore(PINNED_CONTEXTS, () => undefined)).toMatchObject({
      error: { code: 'CREDENTIALS_CONTEXT_UNKNOWN' },
    });
  });
});
