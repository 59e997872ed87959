import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Command, isGroup } from './command-line.ts';
import { COMMANDS } from './commands/index.ts';
import { FIXED_SCHEMAS } from './commands/schema.ts';
import { run } from './host.fixture.ts';

const MEERA = 'title: Meera\nperson: { a: false, b: true }\nqualifications:\n  - { id: long, years: 6 }\n';
const files = { 'meera.yaml': MEERA };

type Placed = readonly [path: readonly string[], command: Command];
const EVERY = COMMANDS.flatMap((entry): readonly Placed[] =>
  isGroup(entry)
    ? entry.commands.map((command): Placed => [[entry.name, command.name], command])
    : [[[entry.name], entry]],
);

describe('help', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('names every verb for %j', async (args) => {
    const { code, out } = await run(args);
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(`\n  ${name} `);
  });
  it.each(EVERY)(
    'of %j shows every option and examples that begin with the command',
    async (path, command) => {
      const { code, out } = await run([...path, '--help']);
      expect(code).toBe(0);
      for (const [name, { type }] of Object.entries(command.args))
        expect(out).toContain(type === 'positional' ? name.toUpperCase() : `--${name}`);
      expect(command.examples.length).toBeGreaterThan(0);
      for (const example of command.examples) {
        expect(example).toContain(`testamur ${path.join(' ')}`);
        expect(out).toContain(example);
      }
      expect(out).not.toContain('\u001b');
    },
  );
});

describe('assess', () => {
  it('shows status, requirements with their clauses, decided and unknown', async () => {
    const { code, out, err } = await run(['assess', 'meera.yaml'], { files });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Meera');
    expect(out).toMatch(/Land of A +→ open with steps +.*2 \/ 0/);
    expect(out).toMatch(/Land of B +✓ open now/);
    expect(out).toContain('✗ aa.person.a: not met (can be put right, on own statement, law of grade A)');
    expect(out).toContain('fiction, whole page · seen 2000-01-01');
    expect(out).toContain('To do: step.aa.a');
  });
  it('gives a program canonical JSON and nothing else', async () => {
    const { out } = await run(['assess', 'meera.yaml', '--json'], { files });
    const assessment = JSON.parse(out) as {
      schema: string;
      authorities: readonly { pack: string; status: string }[];
    };
    expect(assessment.schema).toBe('testamur/assessment/1');
    expect(assessment.authorities.map(({ pack, status }) => [pack, status])).toEqual([
      ['aa', 'withSteps'],
      ['bb', 'open'],
    ]);
    expect((await run(['assess', '-', '--json'], { input: MEERA })).out).toBe(out);
  });
  it.each([
    ['by pack', ['--jurisdiction', 'bb']],
    ['by jurisdiction, in any case', ['--jurisdiction=bB']],
    ['twice the same', ['--jurisdiction', 'bb', '--jurisdiction', 'BB']],
  ])('judges only the packs asked for, %s', async (_name, args) => {
    const { out } = await run(['assess', 'meera.yaml', '--json', ...args], { files });
    expect(
      (JSON.parse(out) as { authorities: readonly { pack: string }[] }).authorities.map(({ pack }) => pack),
    ).toEqual(['bb']);
  });
  it('takes all of an option that stands several times', async () => {
    const { out } = await run(
      ['assess', 'meera.yaml', '--json', '--jurisdiction', 'bb', '--jurisdiction', 'aa'],
      { files },
    );
    expect((JSON.parse(out) as { authorities: readonly unknown[] }).authorities).toHaveLength(2);
  });
  it('asks the law of another day', async () => {
    const { out } = await run(['assess', 'meera.yaml', '--on', '2019-12-31', '--json'], { files });
    expect(JSON.parse(out)).toMatchObject({
      on: '2019-12-31',
      authorities: [{ status: 'withSteps' }, { status: 'unknown' }],
    });
  });
  it('shows the requirements of every route when asked', async () => {
    const { out } = await run(['assess', 'meera.yaml', '--all-routes'], { files });
    expect(out).toContain('bb.person.b: met');
  });
  it('carries colour only where it is wanted, and never as the only sign', async () => {
    const plain = await run(['assess', 'meera.yaml'], { files });
    const colour = await run(['assess', 'meera.yaml'], { files, host: { colour: true } });
    expect(plain.out).not.toContain('\u001b');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colour codes
    expect(colour.out.replace(/\u001b\[\d+m/g, '')).toBe(plain.out);
    expect(colour.out).not.toBe(plain.out);
  });
  it('keeps to the width of the screen, but for addresses', async () => {
    for (const width of [60, 100]) {
      const { out } = await run(['assess', 'meera.yaml'], { files, host: { width } });
      for (const line of out
        .split('\n')
        .filter(
          (each) =>
            !each.includes('://') &&
            !each.includes('(aa.') &&
            !each.includes('(bb.') &&
            !/ (aa|bb)\./.test(each),
        ))
        expect(line.length).toBeLessThanOrEqual(width);
    }
  });
});

describe('explain', () => {
  it('reads a rule: wording, dates, clause, routes', async () => {
    const { code, out } = await run(['explain', 'bb.person.b']);
    expect(code).toBe(0);
    for (const part of [
      'in force from 2020-01-01',
      'B is yes',
      'fiction, whole page',
      'Asked by: bb.way',
      'in force, assumed unchanged',
    ])
      expect(out).toContain(part);
  });
  it('says when the day is not researched', async () => {
    expect((await run(['explain', 'bb.person.b', '--on', '2019-01-01'])).out).toContain(
      'not researched for that day',
    );
  });
  it('shows how each condition stands for a dossier', async () => {
    const { out } = await run(['explain', 'aa.person.a', '--dossier', 'meera.yaml'], { files });
    expect(out).toContain('For this dossier: not met (can be put right');
    expect(out).toContain('✗ A is yes');
    expect(out).toContain('A (person.a): false');
    expect(out).toContain('put right by: step.aa.a');
  });
  it('gives a program the same', async () => {
    const { out } = await run(['explain', 'aa.person.a', '--dossier', 'meera.yaml', '--json'], { files });
    expect(JSON.parse(out)).toMatchObject({
      schema: 'testamur/rule-explained/1',
      rule: { rule: 'aa.person.a' },
      requirement: { verdict: 'notMet' },
      dossierHash: expect.stringMatching(/^sha256:/),
    });
    expect(JSON.parse((await run(['explain', 'aa.person.a', '--json'])).out)).not.toHaveProperty(
      'requirement',
    );
  });
});

describe('why-not', () => {
  it('tells what remains and what would turn a route', async () => {
    const { code, out } = await run(['why-not', 'meera.yaml', 'aa.way'], { files });
    expect(code).toBe(0);
    expect(out).toContain('Way aa.way (aa.way): open with steps');
    expect(out).toContain('• step.aa.a');
    expect(out).toContain('A is yes (not true now, a step brings it about; aa.person.a@1)');
  });
  it('tells what would lose what is met, and what closes what is closed', async () => {
    expect((await run(['why-not', 'meera.yaml', 'bb.way'], { files })).out).toContain(
      'not: B is yes (true now',
    );
    const short = { 'short.yaml': 'qualifications: [{ id: d, years: 5 }]\n' };
    expect((await run(['why-not', 'short.yaml', 'aa.way'], { files: short })).out).toMatch(
      /Closed by\n {2}• Years is at least 6 years/,
    );
  });
  it('gives a program the same', async () => {
    const { out } = await run(['why-not', 'meera.yaml', 'aa.way', '--json'], { files });
    expect(JSON.parse(out)).toMatchObject({
      schema: 'testamur/why-not/1',
      basis: 'long',
      stands: 'withSteps',
      residual: { steps: ['step.aa.a'] },
      whyNot: { to: 'met', cut: false, sets: [[{ to: 'true' }]] },
    });
  });
});

describe('plan', () => {
  it('shows the steps to a route, unknown cost and time as such', async () => {
    const { code, out } = await run(['plan', 'meera.yaml', 'aa.way'], { files });
    expect(code).toBe(0);
    expect(out).toContain('step.aa.a');
    expect(out).toContain('cost not established; duration not established');
  });
  it.each([['aa.way'], ['aa'], ['AA']])('takes %s as a target', async (target) => {
    const { out } = await run(['plan', 'meera.yaml', target, '--json'], { files });
    expect(JSON.parse(out)).toMatchObject({
      state: 'planned',
      plan: { schema: 'testamur/plan/1', target: { route: 'aa.way' } },
    });
  });
  it('shows the earliest on every route, or of the packs asked for', async () => {
    expect((await run(['plan', 'meera.yaml'], { files })).out).toMatch(
      /bb\.way[\s\S]*aa\.way|aa\.way[\s\S]*bb\.way/,
    );
    const { out } = await run(['plan', 'meera.yaml', '--jurisdiction', 'bb', '--json'], { files });
    expect(JSON.parse(out)).toMatchObject({ schema: 'testamur/reaches/1', routes: [{ route: 'bb.way' }] });
  });
});

describe('schools search', () => {
  it('finds by words, misspelt or of the town', async () => {
    for (const words of [['first', 'medcal'], ['aville']])
      expect((await run(['schools', 'search', ...words])).out).toMatch(
        /sch-aa-1 +AA +First Medical School, Aville/,
      );
  });
  it('says what to do where nothing is found', async () => {
    expect(await run(['schools', 'search', 'zzzzqqq'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('describe yours'),
    });
  });
  it('gives a program the same', async () => {
    const { out } = await run(['schools', 'search', 'first', '--json', '--country', 'aa']);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'testamur/schools-found/1',
      schools: [{ id: 'sch-aa-1', country: 'AA' }],
    });
    expect(
      JSON.parse((await run(['schools', 'search', 'first', '--json', '--country', 'BB'])).out),
    ).toMatchObject({ schools: [] });
  });
});

describe('schema', () => {
  it.each(['dossier', ...FIXED_SCHEMAS])('prints that of the %s', async (name) => {
    const { code, out } = await run(['schema', name]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: expect.stringMatching(/^urn:testamur:/),
    });
  });
  it.each(FIXED_SCHEMAS)('of the %s is the one in docs/schemas', async (name) => {
    const file = path.resolve(import.meta.dirname, `../../../docs/schemas/${name}.schema.json`);
    const published: unknown = JSON.parse(readFileSync(file, 'utf8'));
    expect(
      published,
      `mend it: npx testamur schema ${name} > docs/schemas/${name}.schema.json, then npm run format`,
    ).toEqual(JSON.parse((await run(['schema', name])).out));
  });
});
