import { describe, expect, it } from 'vitest';
import { readLine, readText } from './check-text.ts';

describe('words as typed', () => {
  it('of several lines are a text, and no line', () => {
    expect(readText(' one\r\n\r\ntwo\rthree ', 'statement', 20)).toMatchObject({
      value: 'one\n\ntwo\nthree',
    });
    expect(readLine('one\ntwo', 'name')).toMatchObject({ ok: false });
  });

  it.each(['', ' \n ', 'a\u0000b', 'a\tb', 'a\u001bb', 'x'.repeat(21)])(
    '%j is no text of twenty characters',
    (given) => {
      expect(readText(given, 'statement', 20)).toMatchObject({ error: { code: 'AUTHORISING_INPUT' } });
    },
  );

  it('are measured as they are kept', () => {
    expect(readText(`${'x'.repeat(20)}   `, 'statement', 20).ok).toBe(true);
    expect(readText('e\u0301'.repeat(20), 'statement', 20).ok).toBe(true);
  });
});
