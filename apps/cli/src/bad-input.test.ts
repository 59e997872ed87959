/** Whatever is given: a message that names the field and says what to do, exit code 2, nothing on standard output. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { NOT_BUILT, run } from './host.fixture.ts';

const dossier = (value: unknown): string => JSON.stringify(value);
const degree = (facts: object): string => dossier({ qualifications: [{ id: 'd', ...facts }] });
const exam = (facts: object): string => dossier({ exams: { entries: [{ id: 'e', ...facts }] } });

describe('a dossier that is wrong', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /standard input is empty/i],
    ['spaces', ' \n\t ', /is empty/],
    ['ten megabytes', 'x'.repeat(10_000_000), /larger than 1024 kB/],
    ['ten megabytes of JSON', `[${'1,'.repeat(5_000_000)}1]`, /larger than 1024 kB/],
    ['bytes that are no text', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), /not text in UTF-8/],
    ['broken JSON', '{"person": {', /Line 1, column 13/],
    ['a comma too many', '{"a":[1,]}', /\/a\/1.*A value is missing/],
    ['a name twice', '{"person":{},"person":{}}', /stands twice/],
    ['__proto__ in JSON', '{"__proto__":{"a":1}}', /__proto__/],
    ['__proto__ in YAML', '__proto__: { a: 1 }\n', /no section "__proto__"/],
    ['deep JSON', '['.repeat(100_000), /inside each other/],
    ['deep YAML in brackets', `a: ${'['.repeat(100_000)}`, /inside each other/],
    ['deep YAML in braces', `a: ${'{a: '.repeat(100_000)}`, /inside each other/],
    ['deep YAML by dashes', `${'- '.repeat(100_000)}a`, /inside each other/],
    ['deep YAML by question marks', `${'? '.repeat(100_000)}a`, /inside each other/],
    [
      'deep YAML by indentation',
      Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      /inside each other/,
    ],
    ['half a character in JSON', '{"title":"\\ud800"}', /\/title.*half of a character/],
    ['half a character in YAML', 'title: "\\ud800"\n', /\/title.*half of a character/],
    ['a number too great', '{"qualifications":[{"id":"d","years":1e999}]}', /\/qualifications\/0\/years/],
    ['a YAML anchor', 'person: &p { a: true }\n', /Anchors/],
    ['a YAML bomb', 'a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n', /Aliases/],
    ['a YAML tag', 'person: !!js/function "x"\n', /1:9/],
    ['YAML that is broken', 'person: { a: true\n', /standard input:\d+:\d+/],
    ['two YAML documents', 'a: 1\n---\nb: 2\n', /standard input:\d+/],
    ['a text', '"hello"', /object: its sections by name/],
    ['a list', '[]', /object: its sections by name/],
    ['null', 'null', /object: its sections by name/],
    ['an unknown section', dossier({ exam: {} }), /\/exam: .*no section "exam".*\n.*Did you mean exams\?/],
    ['a wrong type', dossier({ person: { a: 'yes' } }), /\/person\/a: Expected true, false or "unknown"/],
    [
      'an impossible date',
      degree({ graduatedOn: '2019-02-30' }),
      /\/qualifications\/0\/graduatedOn: There is no day 30 in February 2019/,
    ],
    [
      'reversed dates',
      dossier({ practice: { entries: [{ id: 'p', from: '2020-02-01', to: '2020-01-01' }] } }),
      /\/practice\/entries\/0\/to: .*before/,
    ],
    ['an unknown examination', exam({ exam: 'four' }), /\/exams\/entries\/0\/exam: "four" is not a code/],
    [
      'duplicate ids',
      dossier({ qualifications: [{ id: 'd' }, { id: 'd' }] }),
      /\/qualifications\/1\/id: Two entries/,
    ],
    [
      'an unknown school',
      degree({ school: 'sch-aa-2' }),
      /\/qualifications\/0\/school: The registry has no school "sch-aa-2"\.\n.*describe it/,
    ],
    [
      'an examination passed in the future',
      exam({ exam: 'one', takenOn: '2027-01-01', result: 'pass' }),
      /\/exams\/entries\/0\/takenOn: .*has not come yet/,
    ],
    ['a birth in the future', dossier({ person: { birthDate: '2100' } }), /\/person\/birthDate/],
    [
      'more degrees than anybody has',
      dossier({ qualifications: Array.from({ length: 21 }, (_, index) => ({ id: `d${index}` })) }),
      /\/qualifications: The dossier holds 21/,
    ],
  ])('%s', async (_name, input, message) => {
    for (const verb of [
      ['assess', '-'],
      ['plan', '-'],
      ['why-not', '-', 'aa.way'],
      ['explain', 'aa.person.a', '--dossier', '-'],
    ]) {
      const { code, out, err } = await run(verb, { input });
      expect(err).toMatch(message);
      expect(err.length).toBeLessThan(2_000);
      expect(code).toBe(2);
      expect(out).toBe('');
    }
  });

  it('is told with the line of a YAML file, all problems at once', async () => {
    const text = 'person:\n  birthDate: "2100"\nqualifications:\n  - id: d\n    years: many\n';
    const { err } = await run(['assess', 'mine.yaml'], { files: { 'mine.yaml': text } });
    expect(err).toMatch(/^mine\.yaml:2:3 \/person\/birthDate: /m);
    expect(err).toMatch(/^mine\.yaml:5:5 \/qualifications\/0\/years: /m);
  });
  it('is told as JSON to a program', async () => {
    const { code, out, err } = await run(['assess', '-', '--json'], { input: '{"person":{"a":1}}' });
    expect(JSON.parse(err)).toMatchObject({ problems: [{ code: 'DOSSIER_TYPE', at: '/person/a' }] });
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
  it('cannot write control codes to the terminal', async () => {
    const { err } = await run(['assess', '-'], { input: 'person: { "\\e[2J": 1, a: "\\e]0;x\\a" }\n' });
    expect(err).not.toContain('\u001b');
    const fine = await run(['assess', '-'], { input: 'title: "\\e[2Jme"\n' });
    expect(fine.out).not.toContain('\u001b');
    expect(fine.out).toContain('me');
  });
});

describe('a file that cannot be read', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  it('is not there', async () =>
    expect(await run(['assess', path.join(folder, 'none.yaml')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is no such file'),
    }));
  it('is a folder', async () =>
    expect(await run(['assess', folder])).toMatchObject({
      code: 2,
      err: expect.stringContaining('is a folder'),
    }));
  it('is read from the disk when it is there', async () => {
    writeFileSync(path.join(folder, 'a.json'), '{"person":{"a":true}}');
    expect(await run(['assess', path.join(folder, 'a.json')])).toMatchObject({ code: 0, err: '' });
  });
});

describe('arguments that are wrong', () => {
  const input = '{}';
  it.each<[string, readonly string[], RegExp]>([
    ['no such verb', ['asess', '-'], /There is no testamur asess/],
    ['the name of a builtin as a verb', ['constructor'], /There is no testamur constructor/],
    ['no such verb of a group', ['packs', 'toString'], /There is no testamur packs toString/],
    ['no file', ['assess'], /FILE is missing/],
    ['two files', ['assess', '-', 'x.yaml'], /a word too many: x\.yaml/],
    ['no such option', ['assess', '-', '--jurisdicton', 'aa'], /There is no option --jurisdicton/],
    ['a short option', ['assess', '-', '-x'], /There is no option -x/],
    ['an option without its value', ['assess', '-', '--on'], /--on needs a value/],
    ['an option instead of a value', ['assess', '-', '--on', '--json'], /--on needs a value/],
    ['an empty value', ['assess', '-', '--on='], /--on needs a value/],
    ['a value for a flag', ['assess', '-', '--json=no'], /--json takes no value/],
    ['no such day', ['assess', '-', '--on', '2026-02-30'], /--on: There is no day 30/],
    ['no day at all', ['assess', '-', '--known-on', 'today'], /--known-on: .*YYYY-MM-DD/],
    [
      'no such pack',
      ['assess', '-', '--jurisdiction', 'zz'],
      /--jurisdiction: There is no pack for "zz"\.\n.*aa, bb/,
    ],
    ['one of several packs', ['assess', '-', '--jurisdiction', 'aa,zz'], /"zz"/],
    [
      'a date before coverage',
      ['assess', '-', '--on', '1800-01-01'],
      /--on: None of the packs asked for holds law for 1800-01-01/,
    ],
    ['a date before anything was known', ['assess', '-', '--known-on', '1990-01-01'], /None of the packs/],
    ['no such rule', ['explain', 'aa.person'], /no rule and no route "aa\.person"\.\n.*aa\.person\.a/],
    ['a route where a rule is asked', ['explain', 'aa.way'], /aa\.way is a route/],
    ['no such target', ['why-not', '-', 'aa.none'], /no rule and no route/],
    ['no such target of a plan', ['plan', '-', 'aa.none'], /no route and no pack/],
    ['no words', ['schools', 'search'], /WORDS is missing/],
    ['no number', ['schools', 'search', 'x', '--limit', 'many'], /--limit: .*whole number from 1/s],
    ['no country', ['schools', 'search', 'x', '--country', 'Z1'], /--country/],
    [
      'a folder without packs',
      ['packs', 'lint', '--folder', '/tmp/none'],
      /--folder: \/tmp\/none holds no packs/,
    ],
    ['no such schema', ['schema', 'constructor'], /no schema "constructor"/],
  ])('%s', async (_name, args, message) => {
    const { code, out, err } = await run(args, { input });
    expect(err).toMatch(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('are told together with what is wrong in the dossier', async () => {
    const { err } = await run(['assess', '-', '--on', 'x', '--jurisdiction', 'zz'], {
      input: '{"person":{"a":1}}',
    });
    for (const part of ['--on', '--jurisdiction', '/person/a']) expect(err).toContain(part);
  });
});

describe('when the product itself cannot answer', () => {
  it('says that it has not been built, with a code of its own', async () => {
    for (const args of [
      ['assess', '-'],
      ['plan', '-'],
      ['explain', 'x'],
      ['why-not', '-', 'x'],
      ['schools', 'search', 'x'],
      ['schema', 'dossier'],
    ])
      expect(await run(args, { library: NOT_BUILT, input: '{}' })).toMatchObject({
        code: 3,
        out: '',
        err: expect.stringContaining('npm run build'),
      });
  });
  it('owns up to a fault of its own', async () => {
    const broken = {
      library: () => {
        throw new Error('kaput');
      },
    };
    expect(await run(['assess', '-'], { input: '{}', host: broken })).toMatchObject({
      code: 70,
      out: '',
      err: expect.stringContaining('kaput'),
    });
  });
});
