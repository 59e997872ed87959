import { describe, expect, it } from 'vitest';
import { readEndpointUrl, readKinds, TOLD_ACTS } from './endpoint-input.ts';
import { readMailBody } from './read-mail-body.ts';
import { webhookSecretOf } from './webhook-secret.ts';

describe('an endpoint', () => {
  it.each([
    ['https://hook.example/in?a=1', true],
    ['https://hook.example:8443/', true],
    ['http://hook.example/', false],
    ['https://user:p@hook.example/', false],
    ['https://hook.example/#part', false],
    ['hook.example', false],
    [`https://hook.example/${'a'.repeat(2_000)}`, false],
  ])('%s is taken: %s', (url, isTaken) => expect(readEndpointUrl(url).ok).toBe(isTaken));

  it.each([
    [['people.assign-role'], true],
    [['people.assign-role', 'people.assign-role'], true],
    [[...TOLD_ACTS], true],
    [[], false],
    [['people.show-profile'], false],
    [['people.assign-role', 'nothing'], false],
  ])('is told of %j: %s', (kinds, isTaken) => expect(readKinds(kinds).ok).toBe(isTaken));

  it('is told of no act of a person’s own and of none that only reads', () =>
    expect(TOLD_ACTS.filter((act) => /\.(list|show|take)-|profile|preference/.test(act))).toEqual([]));
});

it('a secret is base64 with its padding behind the word of the standard', () => {
  const secret = webhookSecretOf('-_8'.padEnd(43, 'A'));
  expect(secret).toBe(`whsec_+/8${'A'.repeat(40)}=`);
  expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
});

it.each([
  [{ values: {} }, true],
  [{ values: { path: '/x' }, mail: 'a@b', language: 'en', until: '2026-11-22T12:00:00.000Z' }, true],
  [{}, false],
  [null, false],
  [{ values: { path: 1 } }, false],
  [{ values: {}, mail: 7 }, false],
])('the content %j of a letter can be sent: %s', (body, isFit) =>
  expect(readMailBody(body) !== undefined).toBe(isFit),
);
