/** Twelve cases that make or break a rule engine. Fictional law throughout; the real packs have their own cases. */
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../facts/dossier.ts';
import type { Node } from '../language/nodes.ts';
import { askNode, askRule, pack, rule, step, version } from '../small-law.fixture.ts';

const degree = (facts: Record<string, unknown>): Dossier =>
  ({ qualifications: [{ id: 'degree', ...facts }] }) as unknown as Dossier;
const exams = (...entries: readonly Record<string, unknown>[]): Dossier =>
  ({
    exams: { complete: true, entries: entries.map((entry, index) => ({ id: `e${index}`, ...entry })) },
  }) as unknown as Dossier;
const passed = (exam: string, takenOn: string) => ({ exam, takenOn, result: 'pass' });
const passOf = (exam: string): Node => ({
  all: [
    { fact: 'its.exam', equals: exam },
    { fact: 'its.result', equals: 'pass' },
  ],
});

describe('1. unknown, false and not applicable are three things', () => {
  const recent: Node = {
    withinPeriod: {
      from: { latest: { list: 'tests', where: { fact: 'its.test', equals: 'lang' }, field: 'takenOn' } },
      to: { fact: 'application.on' },
      period: 'P2Y',
      rounding: 'clamp',
      inclusive: true,
    },
  };

  it('asks for the date of a test that has none, and never calls it failed', () => {
    const outcome = askNode(recent, {
      dossier: { tests: { complete: true, entries: [{ id: 't1', test: 'lang' }] } },
    });
    expect(outcome).toMatchObject({ truth: 'unknown', reasons: ['notSaid'], missing: ['tests/t1.takenOn'] });
  });
  it('says false when she has no test at all', () =>
    expect(askNode(recent, { dossier: { tests: { complete: true } } }).truth).toBe('false'));
  it('keeps not(unknown) unknown', () =>
    expect(askNode({ not: { fact: 'person.a', equals: true } }).truth).toBe('unknown'));
  it('lets one met alternative settle an unknown one', () => {
    const either: Node = {
      any: [
        { fact: 'person.a', equals: true },
        { fact: 'person.b', equals: true },
      ],
    };
    expect(askNode(either, { dossier: { person: { b: true } } }).truth).toBe('true');
  });
  it('leaves out what does not apply', () => {
    const exempt: Node = {
      unless: { fact: 'person.a', equals: true },
      then: { fact: 'person.b', equals: true },
    };
    expect(askNode(exempt, { dossier: { person: { a: true, b: false } } }).truth).toBe('notApplicable');
    expect(
      askNode(
        { all: [exempt, { fact: 'person.a', equals: true }] },
        { dossier: { person: { a: true, b: false } } },
      ).truth,
    ).toBe('true');
  });
});

describe('2. unknown, but irrelevant', () => {
  const reformed: Node = {
    any: [
      {
        all: [
          { fact: 'pmq.graduatedOn', before: '2015-01-01' },
          { fact: 'pmq.hours', atLeast: 5000 },
        ],
      },
      {
        all: [
          { fact: 'pmq.graduatedOn', onOrAfter: '2015-01-01' },
          { fact: 'pmq.hours', atLeast: 5500 },
        ],
      },
    ],
  };
  it('is met whatever the graduation date, when both branches are satisfied', () => {
    expect(askNode(reformed, { dossier: degree({ hours: 6000 }) })).toMatchObject({
      truth: 'true',
      standing: 'met',
      independentOf: ['pmq.graduatedOn'],
      missing: [],
    });
  });
  it('is not met whatever the date, when neither is', () => {
    expect(askNode(reformed, { dossier: degree({ hours: 4000 }) })).toMatchObject({
      truth: 'false',
      missing: [],
    });
  });
  it('asks for the date when it decides', () => {
    expect(askNode(reformed, { dossier: degree({ hours: 5200 }) })).toMatchObject({
      truth: 'unknown',
      missing: ['pmq.graduatedOn'],
      independentOf: [],
    });
  });
  it('sees through two versions of a rule in the same way', () => {
    const law = pack([
      rule(
        'xx.hours',
        version(
          { fact: 'pmq.hours', atLeast: 5000 },
          { version: 'old', appliesTo: { anchor: 'pmq.graduatedOn', to: '2015-01-01' } },
        ),
        version(
          { fact: 'pmq.hours', atLeast: 5500 },
          { version: 'new', appliesTo: { anchor: 'pmq.graduatedOn', from: '2015-01-01' } },
        ),
      ),
    ]);
    expect(askRule(law, 'xx.hours', { dossier: degree({ hours: 6000 }) })).toMatchObject({
      truth: 'true',
      independentOf: ['pmq.graduatedOn'],
    });
    expect(askRule(law, 'xx.hours', { dossier: degree({ hours: 5200 }) })).toMatchObject({
      truth: 'unknown',
      missing: ['pmq.graduatedOn'],
    });
  });
});

describe('3. a change by application date, with a deadline in the zone of the authority', () => {
  const attempts = (atMost: number): Node => ({
    count: { list: 'exams', where: { fact: 'its.exam', equals: 'one' }, atMost },
  });
  const law = pack(
    [
      rule(
        'xx.attempts',
        version(attempts(6), { version: 'six', appliesTo: { anchor: 'application.on', to: '2021-07-01' } }),
        version(attempts(4), {
          version: 'four',
          appliesTo: { anchor: 'application.on', from: '2021-07-01' },
        }),
      ),
    ],
    { zone: 'America/New_York' },
  );
  const five = exams(
    ...[1, 2, 3, 4, 5].map((month) => ({ exam: 'one', takenOn: `2020-0${month}-01`, result: 'fail' })),
  );
  const at = (applicationAt: string): Dossier => ({ ...five, planned: { applicationAt } });

  it('judges an application of 1 July 03:30 UTC by the old rule: it is 30 June in New York', () => {
    expect(askRule(law, 'xx.attempts', { dossier: at('2021-07-01T03:30:00Z') }).truth).toBe('true');
  });
  it('judges one of 04:00 UTC by the new rule', () =>
    expect(askRule(law, 'xx.attempts', { dossier: at('2021-07-01T04:00:00Z') }).truth).toBe('false'));
});

describe('4. grandfathering by the date of graduation or of enrolment, not of the application', () => {
  const long: Node = { fact: 'pmq.years', atLeast: 6 };
  const short: Node = { fact: 'pmq.years', atLeast: 5 };
  const law = pack([
    rule(
      'xx.years',
      version(short, {
        version: 'enrolled-before',
        appliesTo: { anchor: 'pmq.enrolledOn', to: '2016-09-01' },
      }),
      version(long, {
        version: 'enrolled-since',
        appliesTo: { anchor: 'pmq.enrolledOn', from: '2016-09-01' },
      }),
    ),
  ]);
  it.each([
    ['2016-08-31', 'true'],
    ['2016-09-01', 'false'],
  ])('enrolled on %s with five years: %s', (enrolledOn, truth) => {
    expect(
      askRule(law, 'xx.years', { on: '2026-01-01', dossier: degree({ enrolledOn, years: 5 }) }).truth,
    ).toBe(truth);
  });
  it('takes the first certain version where two anchors touch one cohort: the order in the pack is the precedence', () => {
    const both = pack([
      rule(
        'xx.both',
        version(short, { version: 'enrolled', appliesTo: { anchor: 'pmq.enrolledOn', to: '2016-09-01' } }),
        version(long, { version: 'graduated', appliesTo: { anchor: 'pmq.graduatedOn', from: '2020-01-01' } }),
      ),
    ]);
    expect(
      askRule(both, 'xx.both', {
        dossier: degree({ enrolledOn: '2015-09-01', graduatedOn: '2021-06-01', years: 5 }),
      }).truth,
    ).toBe('true');
    expect(
      askRule(both, 'xx.both', {
        dossier: degree({ enrolledOn: '2017-09-01', graduatedOn: '2023-06-01', years: 5 }),
      }).truth,
    ).toBe('false');
  });
});

describe('5. a correction recorded later leaves earlier answers reproducible', () => {
  const law = pack([
    rule(
      'xx.hours',
      version(
        { fact: 'pmq.hours', atLeast: 5000 },
        { inForce: { from: '2026-01-01' }, recordedAt: '2026-01-10' },
      ),
      version(
        { fact: 'pmq.hours', atLeast: 5500 },
        { inForce: { from: '2026-01-01' }, recordedAt: '2026-06-15' },
      ),
    ),
  ]);
  const dossier = degree({ hours: 5200 });
  it('was met as we knew it in March', () =>
    expect(askRule(law, 'xx.hours', { on: '2026-03-01', knownOn: '2026-03-01', dossier }).truth).toBe(
      'true',
    ));
  it('is not met for the same day as we know it in July', () =>
    expect(askRule(law, 'xx.hours', { on: '2026-03-01', knownOn: '2026-07-01', dossier }).truth).toBe(
      'false',
    ));
  it('was not researched before the first wording was entered', () => {
    expect(askRule(law, 'xx.hours', { on: '2026-03-01', knownOn: '2026-01-09', dossier })).toMatchObject({
      truth: 'unknown',
      reasons: ['notResearched'],
    });
  });
});

describe('6. an examination window chooses the attempts that fit', () => {
  const window: Node = {
    examWindow: {
      list: 'exams',
      parts: [passOf('one'), passOf('two')],
      field: 'takenOn',
      within: 'P7Y',
      rounding: 'clamp',
      inclusive: true,
    },
  };
  it('takes an earlier pass when the latest would be too late', () => {
    const dossier = exams(
      passed('one', '2010-01-01'),
      passed('one', '2024-01-01'),
      passed('two', '2016-06-01'),
    );
    expect(askNode(window, { dossier }).truth).toBe('true');
  });
  it('lets a retaken first part start the window anew', () => {
    expect(
      askNode(window, {
        dossier: exams(passed('one', '2010-01-01'), passed('one', '2018-01-01'), passed('two', '2019-01-01')),
      }),
    ).toMatchObject({ truth: 'true', matched: ['e1', 'e2'] });
  });
  it.each([
    ['2017-01-01', 'true'],
    ['2017-01-02', 'false'],
  ])('one on 2010-01-01 and two on %s: %s', (takenOn, truth) => {
    expect(
      askNode(window, { dossier: exams(passed('one', '2010-01-01'), passed('two', takenOn)) }).truth,
    ).toBe(truth);
  });
  it('does not let one entry stand for two parts', () => {
    const twice: Node = {
      examWindow: {
        list: 'exams',
        parts: [passOf('one'), passOf('one')],
        field: 'takenOn',
        within: 'P7Y',
        rounding: 'clamp',
        inclusive: true,
      },
    };
    expect(askNode(twice, { dossier: exams(passed('one', '2010-01-01')) }).truth).toBe('false');
  });
  it('is unknown while a year alone leaves it open', () => {
    expect(
      askNode(window, { dossier: exams(passed('one', '2010-06-01'), passed('two', '2017')) }),
    ).toMatchObject({ truth: 'unknown', missing: ['exams/e1.takenOn'] });
  });
});

describe('7. attempt limits', () => {
  const attempts: Node = {
    count: { list: 'exams', where: { fact: 'its.exam', in: ['one', 'old'] }, atMost: 4 },
  };
  const tries = (...results: readonly string[]): Dossier =>
    exams(
      ...results.map((result, index) => ({
        exam: index === 0 ? 'old' : 'one',
        takenOn: `202${index}-01-01`,
        result,
      })),
    );
  it('counts incomplete attempts and those at a discontinued part', () => {
    expect(askNode(attempts, { dossier: tries('fail', 'incomplete', 'fail', 'fail') }).truth).toBe('true');
    expect(askNode(attempts, { dossier: tries('fail', 'incomplete', 'fail', 'fail', 'pass') }).truth).toBe(
      'false',
    );
  });
  it('is unknown while she has not said that these are all', () => {
    const dossier = { exams: { entries: [{ id: 'e', exam: 'one', takenOn: '2020', result: 'fail' }] } };
    expect(askNode(attempts, { dossier })).toMatchObject({
      truth: 'unknown',
      missing: ['exams[exam=old]', 'exams[exam=one]'],
    });
  });
  it('is known when she has said so for the examinations that count', () => {
    const dossier = {
      exams: {
        completeFor: ['one', 'old'],
        entries: [{ id: 'e', exam: 'one', takenOn: '2020', result: 'fail' }],
      },
    };
    expect(askNode(attempts, { dossier }).truth).toBe('true');
  });
  it('forbids an attempt after a pass', () => {
    const retaken: Node = {
      some: {
        list: 'exams',
        where: {
          all: [
            { fact: 'its.exam', equals: 'one' },
            {
              fact: 'its.takenOn',
              after: { earliest: { list: 'exams', where: passOf('one'), field: 'takenOn' } },
            },
          ],
        },
      },
    };
    expect(
      askNode(
        { not: retaken },
        {
          dossier: exams(passed('one', '2020-01-01'), { exam: 'one', takenOn: '2021-01-01', result: 'fail' }),
        },
      ).truth,
    ).toBe('false');
    expect(
      askNode(
        { not: retaken },
        {
          dossier: exams({ exam: 'one', takenOn: '2019-01-01', result: 'fail' }, passed('one', '2020-01-01')),
        },
      ).truth,
    ).toBe('true');
  });
});

describe('8. scores that lapse: the rule says on which day they must be valid', () => {
  const validOn = (to: string): Node => ({
    some: {
      list: 'tests',
      where: {
        withinPeriod: {
          from: { fact: 'its.takenOn' },
          to: { fact: to },
          period: 'P2Y',
          rounding: 'clamp',
          inclusive: true,
        },
      },
    },
  });
  const dossier: Dossier = {
    tests: { complete: true, entries: [{ id: 't', test: 'lang', takenOn: '2024-06-01' }] },
    planned: { applicationOn: '2026-05-01' },
    ...degree({ graduatedOn: '2026-07-01' }),
  };
  it('is valid at submission and lapsed a month later', () => {
    expect(askNode(validOn('application.on'), { dossier }).truth).toBe('true');
    expect(askNode(validOn('pmq.graduatedOn'), { dossier }).truth).toBe('false');
  });
});

describe('9. years of practice', () => {
  const practice = (...entries: readonly Record<string, unknown>[]): Dossier =>
    ({
      practice: {
        complete: true,
        entries: entries.map((entry, index) => ({
          id: `p${index}`,
          country: 'AA',
          level: 'independent',
          ...entry,
        })),
      },
    }) as unknown as Dossier;
  const years = (atLeast: string, more: object = {}): Node =>
    ({
      sumDuration: {
        list: 'practice',
        where: {
          all: [
            { fact: 'its.country', equals: 'AA' },
            { fact: 'its.level', notEquals: 'internship' },
          ],
        },
        from: 'from',
        to: 'to',
        measure: 'total',
        atLeast,
        ...more,
      },
    }) as Node;

  it('counts overlapping posts once', () => {
    const dossier = practice(
      { from: '2020-01-01', to: '2022-01-01' },
      { from: '2020-07-01', to: '2022-07-01' },
    );
    expect(askNode(years('P2Y'), { dossier }).truth).toBe('true');
    expect(askNode(years('P3Y'), { dossier }).truth).toBe('false');
  });
  it('weighs part-time work, and two half-time posts make a whole', () => {
    const half = { from: '2020-01-01', to: '2024-01-01', fte: 0.5 };
    expect(askNode(years('P3Y', { weight: 'fte' }), { dossier: practice(half) }).truth).toBe('false');
    expect(askNode(years('P3Y', { weight: 'fte' }), { dossier: practice(half, half) }).truth).toBe('true');
  });
  it('asks for the share of a post that gives none, and only when it decides', () => {
    const unsaid = practice({ from: '2020-01-01', to: '2024-01-01' });
    expect(askNode(years('P3Y', { weight: 'fte' }), { dossier: unsaid })).toMatchObject({
      truth: 'unknown',
      missing: ['practice/p0.fte'],
    });
    expect(askNode(years('P5Y', { weight: 'fte' }), { dossier: unsaid }).truth).toBe('false');
  });
  it('counts the last five years only, where the rule says so', () => {
    const window = { window: { endsOn: { fact: 'application.on' }, period: 'P5Y', rounding: 'clamp' } };
    const dossier = {
      ...practice({ from: '2015-01-01', to: '2020-01-01' }, { from: '2024-01-01', to: '2025-06-01' }),
      planned: { applicationOn: '2025-06-01' },
    };
    expect(askNode(years('P1Y', window), { dossier }).truth).toBe('true');
    expect(askNode(years('P3Y', window), { dossier }).truth).toBe('false');
    expect(askNode(years('P3Y'), { dossier }).truth).toBe('true');
  });
  it('leaves out internship and other countries', () => {
    expect(
      askNode(years('P1Y'), {
        dossier: practice(
          { from: '2020-01-01', to: '2022-01-01', level: 'internship' },
          { from: '2022-01-01', to: '2024-01-01', country: 'BB' },
        ),
      }).truth,
    ).toBe('false');
  });
  it('wants the years without a break where the rule says so', () => {
    const broken = practice(
      { from: '2020-01-01', to: '2021-07-01' },
      { from: '2021-08-01', to: '2023-08-01' },
    );
    expect(askNode(years('P3Y', { measure: 'longest' }), { dossier: broken }).truth).toBe('false');
    expect(askNode(years('P3Y'), { dossier: broken }).truth).toBe('true');
  });
  it('joins practice to the country that licensed her', () => {
    const there: Node = {
      some: {
        list: 'licences',
        where: {
          sumDuration: {
            list: 'practice',
            where: { fact: 'its.country', equals: { fact: 'outer.jurisdiction' } },
            from: 'from',
            to: 'to',
            measure: 'total',
            atLeast: 'P3Y',
          },
        },
      },
    };
    const worked = practice({ from: '2015-01-01', to: '2019-01-01' });
    const licensed = (jurisdiction: string): Dossier => ({
      ...worked,
      licences: { complete: true, entries: [{ id: 'l', jurisdiction }] },
    });
    expect(askNode(there, { dossier: licensed('AA') }).truth).toBe('true');
    expect(askNode(there, { dossier: licensed('BB') }).truth).toBe('false');
  });
});

describe('10. the calendar', () => {
  const within = (rounding: 'clamp' | 'next-day', inclusive: boolean): Node => ({
    withinPeriod: {
      from: { fact: 'pmq.enrolledOn' },
      to: { fact: 'pmq.graduatedOn' },
      period: 'P1Y',
      rounding,
      inclusive,
    },
  });
  it.each([
    ['clamp', true, '2021-02-28', 'true'],
    ['clamp', true, '2021-03-01', 'false'],
    ['next-day', true, '2021-03-01', 'true'],
    ['next-day', true, '2021-03-02', 'false'],
    ['clamp', false, '2021-02-27', 'true'],
    ['clamp', false, '2021-02-28', 'false'],
  ] as const)(
    '29 February 2020 plus a year (%s, inclusive %s): %s is %s',
    (rounding, inclusive, graduatedOn, truth) => {
      expect(
        askNode(within(rounding, inclusive), { dossier: degree({ enrolledOn: '2020-02-29', graduatedOn }) })
          .truth,
      ).toBe(truth);
    },
  );
  it('takes a year or a month for every day that it may be', () => {
    const before: Node = { fact: 'pmq.graduatedOn', before: '2019-07-01' };
    expect(askNode(before, { dossier: degree({ graduatedOn: '2018' }) }).truth).toBe('true');
    expect(askNode(before, { dossier: degree({ graduatedOn: '2019-06' }) }).truth).toBe('true');
    expect(askNode(before, { dossier: degree({ graduatedOn: '2019' }) })).toMatchObject({
      truth: 'unknown',
      missing: ['pmq.graduatedOn'],
    });
    expect(askNode(before, { dossier: degree({ graduatedOn: '2019-07' }) }).truth).toBe('false');
  });
});

describe('12. place of training, and waivers', () => {
  it('keeps awarding body, teaching sites and their countries apart', () => {
    const offshore = degree({ country: 'AA', teachingCountries: ['BB', 'CC'] });
    expect(askNode({ fact: 'pmq.country', equals: 'AA' }, { dossier: offshore }).truth).toBe('true');
    expect(askNode({ fact: 'pmq.teachingCountries', onlyFrom: ['AA'] }, { dossier: offshore }).truth).toBe(
      'false',
    );
    expect(
      askNode({ fact: 'pmq.teachingCountries', includes: { fact: 'pmq.country' } }, { dossier: offshore })
        .truth,
    ).toBe('false');
  });
  it('reads membership of a union on the law date', () => {
    const inUnion: Node = { fact: 'pmq.country', in: { group: 'union' } };
    expect(askNode(inUnion, { on: '2019-12-31', dossier: degree({ country: 'BB' }) }).truth).toBe('true');
    expect(askNode(inUnion, { on: '2020-01-01', dossier: degree({ country: 'BB' }) }).truth).toBe('false');
  });
  it('never counts a possible waiver as met', () => {
    const waivable: Node = { fact: 'person.a', equals: true, waiver: 'The council may excuse a refugee.' };
    expect(askNode(waivable, { dossier: { person: { a: false } } })).toMatchObject({
      truth: 'false',
      standing: 'final',
    });
  });
});

describe('standing: what can still be done', () => {
  const law = (steps: Parameters<typeof step>[1][]) =>
    pack(
      [
        rule('xx.main', version({ fact: 'person.a', equals: true, cure: ['step.one'] })),
        rule('xx.need', version({ fact: 'person.b', equals: true })),
      ],
      { steps: steps.map((more, index) => step(['step.one', 'step.two'][index] ?? '', more)) },
    );
  const no: Dossier = { person: { a: false, b: false } };
  it('is curable by a step that can be taken', () =>
    expect(askRule(law([{}]), 'xx.main', { dossier: no }).standing).toBe('curable'));
  it('is final when what the step requires is final', () =>
    expect(askRule(law([{ requires: [{ rule: 'xx.need' }] }]), 'xx.main', { dossier: no }).standing).toBe(
      'final',
    ));
  it('is undetermined while that is unknown', () =>
    expect(
      askRule(law([{ requires: [{ rule: 'xx.need' }] }]), 'xx.main', { dossier: { person: { a: false } } })
        .standing,
    ).toBe('unknown'));
  it('is final when two steps need each other', () => {
    const circle = law([{ requires: [{ step: 'step.two' }] }, { requires: [{ step: 'step.one' }] }]);
    expect(askRule(circle, 'xx.main', { dossier: no }).standing).toBe('final');
  });
  it('is final when a step needs the very rule that it cures', () =>
    expect(askRule(law([{ requires: [{ rule: 'xx.main' }] }]), 'xx.main', { dossier: no }).standing).toBe(
      'final',
    ));
});
