import { describe, expect, it } from 'vitest';
import { readSession, writeSession } from './stored-session.ts';

describe('the session that a browser keeps', () => {
  it('comes back as it was', () => {
    const session = {
      dossier: { title: 'Ada', qualifications: [{ id: 'a' }] },
      putOff: ['exams'],
      on: '2030-01-01',
      knownOn: '2026-01-01',
    };
    expect(readSession(writeSession(session))).toEqual(session);
  });

  it.each([
    ['nothing', ''],
    ['half a text', '{"schema":"testamur/session/1","dossier":'],
    ['another version', '{"schema":"testamur/session/0","dossier":{}}'],
    ['no dossier', '{"schema":"testamur/session/1"}'],
    ['a list for a dossier', '{"schema":"testamur/session/1","dossier":[]}'],
    ['a prototype', '{"schema":"testamur/session/1","dossier":{"__proto__":{"x":1}}}'],
  ])('is not taken from %s', (_name, text) => {
    expect(readSession(text)).toBeUndefined();
  });

  it('leaves out what is of the wrong kind beside a good dossier', () => {
    const text = '{"schema":"testamur/session/1","dossier":{},"putOff":[1,"exams"],"on":5}';
    expect(readSession(text)).toEqual({ dossier: {}, putOff: ['exams'] });
  });
});
