import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const guide = read('docs/operators-guide.md');

/** What the format of Prometheus adds to a name. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  Histogram: ['_count', '_sum', '_bucket'],
  Counter: ['_total'],
  ObservableCounter: ['_total'],
};

type Service = Readonly<Record<string, unknown>>;

describe('compose.yaml', () => {
  const compose = parse(read('deploy/compose.yaml'), { merge: true }) as {
    services: Readonly<Record<string, Service>>;
    volumes: object;
    secrets: object;
  };

  it('has a database, a web and a worker, and defines every volume and secret that they use', () => {
    expect(Object.keys(compose.services)).toEqual(['database', 'web', 'worker']);
    for (const service of Object.values(compose.services)) {
      const volumes = (service['volumes'] as readonly string[]).map((volume) => volume.split(':')[0]);
      expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(volumes));
      expect(Object.keys(compose.secrets)).toEqual(expect.arrayContaining(service['secrets'] as string[]));
    }
  });

  it.each(['web', 'worker'])('lets %s write nothing but its data and gain no rights', (name) => {
    expect(compose.services[name]).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      command: ['--role', name],
      healthcheck: { test: expect.any(Array) },
    });
  });

  it('writes no secret down, and opens no port but to this machine', () => {
    expect(read('deploy/compose.yaml')).not.toMatch(/PASSWORD: |postgres:\/\/[^\s]*:(?!PASSWORD)[^\s]*@/);
    for (const { ports = [] } of Object.values(compose.services))
      for (const port of ports as readonly string[]) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('sets only variables that the server reads', () => {
    const known = read('apps/server/src/configuration.ts');
    for (const name of ['web', 'worker'])
      for (const variable of Object.keys(compose.services[name]?.['environment'] as object))
        expect(known).toContain(`${variable.replace(/_FILE$/, '')}: Type.`);
  });
});

describe('Containerfile', () => {
  const lines = read('deploy/Containerfile')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const KNOWN = /^(FROM|WORKDIR|COPY|RUN|ENV|VOLUME|USER|EXPOSE|STOPSIGNAL|ENTRYPOINT) \S/;

  it('holds known instructions, named images, and an entry that is built', () => {
    expect(lines.filter((line) => !KNOWN.test(line))).toEqual([]);
    for (const line of lines.filter((one) => one.startsWith('FROM'))) expect(line).toMatch(/:\d+-\S+/);
    const entry = JSON.parse(
      lines.find((line) => line.startsWith('ENTRYPOINT'))?.slice(11) ?? '',
    ) as string[];
    expect(entry).toEqual(['node', 'apps/server/dist/main.js']);
    expect(read('scripts/build.mjs')).toContain("'main.ts'");
  });

  it('ends as a user that is not root', () => {
    expect(lines.findLast((line) => line.startsWith('USER'))).toBe('USER node');
  });
});

describe('the systemd unit', () => {
  const unit = read('deploy/testamur@.service');

  it('is hardened', () => {
    for (const line of [
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'CapabilityBoundingSet=',
      'PrivateTmp=yes',
    ])
      expect(unit.split('\n')).toContain(line);
    expect(unit).toMatch(/^User=(?!root)/m);
  });

  const analyser = '/usr/bin/systemd-analyze';
  it.skipIf(!existsSync(analyser))('passes systemd-analyze verify', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'testamur-unit-'));
    const file = path.join(folder, 'testamur@web.service');
    // Where the product and its user are not installed the names would be refused, not the unit.
    const here = unit
      .replace('/usr/bin/node', process.execPath)
      .replace(/^(User|Group)=testamur$/gm, '$1=root')
      .replace(/^Documentation=.*$/m, '');
    writeFileSync(file, here);
    copyFileSync(path.join(root, 'deploy/testamur@.service'), path.join(folder, 'kept'));
    const said = execFileSync(analyser, ['verify', '--man=no', '--generators=no', file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    rmSync(folder, { recursive: true });
    expect(said).toBe('');
  });
});

describe('the alarms', () => {
  const { groups } = parse(read('deploy/alarms.yaml')) as {
    groups: readonly {
      rules: readonly {
        alert: string;
        expr: string;
        labels: { severity: string };
        annotations: { summary: string };
      }[];
    }[];
  };
  const alarms = groups.flatMap(({ rules }) => rules);

  it.each(
    alarms.map(({ alert, expr, labels, annotations }) => [alert, { expr, labels, annotations }] as const),
  )(
    '%s has a severity, a sentence and a runbook that says what to look at and what to do',
    (alert, { labels, annotations }) => {
      expect(['page', 'notice']).toContain(labels.severity);
      expect(annotations.summary).not.toBe('');
      const runbook = guide.split(`\n### ${alert}\n`)[1]?.split(/\n##/)[0] ?? '';
      expect(runbook.length).toBeGreaterThan(200);
      expect(runbook).toMatch(/`[^`]+`/);
    },
  );

  it('and the runbooks are the same', () => {
    const section = guide.split('\n## Runbooks\n')[1]?.split('\n## ')[0] ?? '';
    const runbooks = [...section.matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
    expect(runbooks.sort()).toEqual(alarms.map(({ alert }) => alert).sort());
  });

  it('ask only for metrics that the server has', () => {
    const sources = ['observing', 'working'].flatMap((folder) =>
      readdirSync(path.join(root, 'apps/server/src', folder))
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .map((file) => read(`apps/server/src/${folder}/${file}`)),
    );
    const made = new Set(['up']);
    for (const source of sources)
      for (const [, kind, name = ''] of source.matchAll(/\.create(\w+)\(\s*'([a-z._]+)'/g)) {
        const base = name.replaceAll('.', '_');
        for (const end of ENDS[kind ?? ''] ?? ['']) made.add(base + end);
      }
    for (const { alert, expr } of alarms) {
      const asked = [...expr.replace(/\{[^}]*\}|by \([^)]*\)|\[[^\]]*\]/g, '').matchAll(/[a-z_]{2,}/g)]
        .map(([name]) => name)
        .filter((name) => !['sum', 'min', 'max', 'rate', 'deriv', 'histogram_quantile'].includes(name));
      expect([alert, asked.filter((name) => !made.has(name))]).toEqual([alert, []]);
      expect(asked.length).toBeGreaterThan(0);
    }
  });
});
