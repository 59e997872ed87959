import { describe, expect, it } from 'vitest';
import { toProblemDocument } from './to-problem.ts';

describe('toProblemDocument', () => {
  it.each([
    ['HTTP_NOT_FOUND', 404],
    ['HTTP_BODY_TOO_LARGE', 413],
    ['HTTP_BODY_NOT_JSON', 400],
    ['HTTP_OVERLOADED', 503],
    ['HTTP_RATE_LIMITED', 429],
    ['HTTP_INTERNAL', 500],
    ['POSTGRES_BUSY', 503],
    ['POSTGRES_DISK_FULL', 507],
    ['ANYROOM_PACK_NOT_FOUND', 404],
    ['KERNEL_JSON_TOO_LARGE', 413],
    ['KERNEL_JSON_SYNTAX', 400],
    ['KERNEL_DAY_IMPOSSIBLE', 422],
    ['DOSSIER_CODE_UNKNOWN', 422],
    ['THREADS_BUSY', 503],
    ['THREADS_FAILED', 500],
  ])('answers %s with status %i and a title', (code, status) => {
    const document = toProblemDocument([{ code, message: 'why' }]);
    expect(document.status).toBe(status);
    expect(document.title).not.toBe('Problem');
  });

  it('keeps sentence, place and hint, and names the problem by a URN', () => {
    expect(
      toProblemDocument([
        { code: 'KERNEL_DAY_IMPOSSIBLE', message: 'No such day.', at: '/bornOn', hint: 'Check it.' },
      ]),
    ).toEqual({
      type: 'urn:testamur:problem:kernel-day-impossible',
      title: 'The request is understood but cannot be answered',
      status: 422,
      detail: 'No such day.',
      code: 'KERNEL_DAY_IMPOSSIBLE',
      at: '/bornOn',
      hint: 'Check it.',
    });
  });

  it('names the request that was refused', () => {
    const problem = { code: 'HTTP_NOT_FOUND', message: 'x' };
    expect(toProblemDocument([problem], 'urn:uuid:1').instance).toBe('urn:uuid:1');
  });

  it('leaves out what is not known, rather than sending null', () => {
    expect(Object.keys(toProblemDocument([{ code: 'HTTP_NOT_FOUND', message: 'x' }]))).toEqual([
      'type',
      'title',
      'status',
      'detail',
      'code',
    ]);
  });

  it('lists every problem when there are several, the first one deciding the status', () => {
    const problems = [
      { code: 'KERNEL_DAY_FORMAT', message: 'a' },
      { code: 'HTTP_NOT_FOUND', message: 'b' },
    ] as const;
    expect(toProblemDocument([...problems])).toMatchObject({ status: 422, detail: 'a', problems });
  });
});
