import { describe, expect, it } from 'vitest';
import { readConfiguration } from './configuration.ts';

describe('readConfiguration', () => {
  it('has a default for everything, and listens on this machine only', () => {
    expect(readConfiguration({}, '/srv')).toEqual({
      ok: true,
      value: {
        host: '127.0.0.1',
        port: 8080,
        dataFolder: '/srv/testamur-data',
        databaseUrl: undefined,
        basePath: '',
        trustedProxies: [],
        portalBuild: 'build',
        requestsPerMinute: 600,
        bodyLimitBytes: 1_048_576,
        logLevel: 'warn',
        securityContact: undefined,
        publicOrigin: undefined,
        portalUrl: 'http://127.0.0.1:8080',
        mail: {
          from: 'Testamur <testamur@localhost>',
          by: { kind: 'file', folder: '/srv/testamur-data/mail' },
        },
        egress: { isOffline: false },
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
  ])('refuses %s=%s and names the variable, the value and the default', (name, value) => {
    const read = readConfiguration({ [name]: value }, '/srv');
    expect(read).toMatchObject({ ok: false, error: { code: 'SERVER_CONFIGURATION_INVALID' } });
    if (read.ok) return;
    expect(read.error.message).toContain(`${name}="${value}"`);
    expect(read.error.hint).toContain('for the default');
  });
});
