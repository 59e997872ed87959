import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSmallApi, type SmallApi } from './small-api.fixture.ts';

let api: SmallApi;
beforeAll(async () => {
  api = await makeSmallApi();
});
afterAll(() => api.app.close());

const post = async (body: object) => {
  const payload = { dossier: {}, target: { pack: 'xa' }, ...body };
  const answer = await api.app.inject({ method: 'POST', url: '/api/documents/plan', payload });
  const problem = answer.json() as { readonly at?: string; readonly problems?: readonly { at?: string }[] };
  const fields = (problem.problems ?? [problem]).map(({ at }) => at);
  return { status: answer.statusCode, type: answer.headers['content-type'], fields };
};

describe('a document that cannot be made', () => {
  it.each<[string, object, string]>([
    ['a wish that nobody knows', { wishes: { cheap: true } }, '/wishes/cheap'],
    [
      'a budget in words',
      { wishes: { budget: { amount: 'much', currency: 'EUR' } } },
      '/wishes/budget/amount',
    ],
    ['a share of nothing', { wishes: { share: 0 } }, '/wishes/share'],
    ['a day that is none', { wishes: { notBefore: '2027-02-30' } }, '/wishes/notBefore'],
    ['a step that is not there', { wishes: { refusedSteps: ['step.xx.a'] } }, '/wishes/refusedSteps/0'],
    ['a place below zero', { point: -1 }, '/point'],
    ['a language that is no tag', { language: '../en' }, '/language'],
  ])('for %s is refused as a problem that names the field', async (_name, body, field) => {
    const { status, type, fields } = await post(body);
    expect([status, type]).toEqual([422, 'application/problem+json']);
    expect(fields).toContain(field);
  });
});
