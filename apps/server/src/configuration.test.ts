import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from './configuration.ts';

describe('readConfiguration', () => {
  it('has a default for everything, and listens on this machine only', () => {
    expect(readConfiguration({}, '/srv')).toEqual({
      ok: true,
      value: {
        role: 'all',
        operations: undefined,
        tracesUrl: undefined,
        drainSeconds: 0,
        haltFile: '/srv/testamur-data/halt.json',
        databaseConnections: 10,
        host: '127.0.0.1',
        port: 8080,
        dataFolder: '/srv/testamur-data',
        personKeysFolder: '/srv/testamur-data-person-keys',
        databaseUrl: undefined,
        logKey: undefined,
        logFolder: '/srv/testamur-data/log',
        basePath: '',
        publicOrigin: undefined,
        portalUrl: 'http://127.0.0.1:8080',
        mail: {
          from: 'Testamur <testamur@localhost>',
          by: { kind: 'file', folder: '/srv/testamur-data/mail' },
        },
        egress: { isOffline: false },
        trustedProxies: [],
        portalBuild: 'build',
        requestsPerMinute: 600,
        bodyLimitBytes: 1_048_576,
        logLevel: 'warn',
        securityContact: undefined,
      },
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfiguration({ PORT: '', DATABASE_URL: '' }, '/srv')).toEqual(readConfiguration({}, '/srv'));
  });

  it('reads numbers, an absolute folder and a list of proxies', () => {
    const read = readConfiguration(
      { PORT: '9000', TESTAMUR_DATA: '/var/lib/t', TRUST_PROXY: '10.0.0.1, 10.0.0.2', BASE_PATH: '/a/b' },
      '/srv',
    );
    expect(read).toMatchObject({
      value: {
        port: 9000,
        dataFolder: '/var/lib/t',
        personKeysFolder: '/var/lib/t-person-keys',
        trustedProxies: ['10.0.0.1', '10.0.0.2'],
        basePath: '/a/b',
      },
    });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['BASE_PATH', 'testamur'],
    ['BASE_PATH', '/testamur/'],
    ['BASE_PATH', '/../etc'],
    ['REQUESTS_PER_MINUTE', '0'],
    ['BODY_LIMIT_BYTES', '99999999999'],
    ['LOG_LEVEL', 'loud'],
    ['TESTAMUR_ROLE', 'boss'],
    ['OPERATIONS_PORT', '65536'],
    ['DRAIN_SECONDS', '301'],
    ['DATABASE_CONNECTIONS', '1'],
    ['TRACES_URL', 'collector:4318'],
  ])('refuses %s=%s and names the variable, the value and the default', (name, value) => {
    const read = readConfiguration({ [name]: value }, '/srv');
    expect(read).toMatchObject({ ok: false, error: { code: 'SERVER_CONFIGURATION_INVALID' } });
    if (read.ok) return;
    expect(read.error.message).toContain(`${name}="${value}"`);
    expect(read.error.hint).toContain('for the default');
  });

  describe('takes any variable from a file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'testamur-secrets-'));
    const file = path.join(folder, 'url');
    const url = 'postgres://me:secret@db/t';

    it('without the line break that editors leave', () => {
      writeFileSync(file, `${url}\n`);
      expect(readConfiguration({ DATABASE_URL_FILE: file }, '/srv')).toMatchObject({
        value: { databaseUrl: url },
      });
    });

    it.each([
      [
        'a file that is not there',
        { DATABASE_URL_FILE: path.join(folder, 'nothing') },
        /ENOENT.*DATABASE_URL/s,
      ],
      ['both', { DATABASE_URL_FILE: file, DATABASE_URL: url }, /both set.*Unset one/s],
    ])('and refuses %s, without quoting a secret', (_name, environment, says) => {
      const read = readConfiguration(environment, '/srv');
      if (read.ok) throw new Error('It was taken.');
      const said = `${read.error.message}\n${read.error.hint}`;
      expect(said).toMatch(says);
      expect(said).not.toContain('secret@');
    });

    it('and says of a wrong value in it which variable, but not the value', () => {
      writeFileSync(file, 'eighty');
      const read = readConfiguration({ PORT_FILE: file }, '/srv');
      expect(read).toMatchObject({ ok: false, error: { message: expect.stringContaining('PORT_FILE') } });
      expect(JSON.stringify(read)).not.toContain('eighty');
    });
  });
});
