import { describe, expect, it } from 'vitest';
import { transportPolicy } from './response-headers.ts';

describe('the demand for https', () => {
  it('holds a year and for subdomains where the host is ours', () => {
    expect(transportPolicy('')).toBe('max-age=31536000; includeSubDomains');
  });

  it('leaves the subdomains of a shared host alone', () => {
    expect(transportPolicy('/testamur')).toBe('max-age=31536000');
  });
});
