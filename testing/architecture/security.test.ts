import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../apps/server/src/guarding/guard-server.ts';
import { filesWith, readText, sourcesOf, tableUnder } from './sources.ts';

/** What a reader of the whole code would look for first. Exceptions stand here with their reason, or in docs/security.md. */
const server = ['engines', 'services', 'adapters', 'apps/server', 'apps/cli'].flatMap(sourcesOf);
const portal = sourcesOf('apps/portal');
const all = [...server, ...portal];

const inCode = (cell: string | undefined) => (cell ?? '').replaceAll('`', '');

describe('what is sent to us', () => {
  it('is found by this test', () => {
    expect(server.length).toBeGreaterThan(300);
    expect(portal.length).toBeGreaterThan(150);
  });

  it('never becomes code: nothing evaluates text', () => {
    expect(filesWith(all, /\beval\(|\bnew Function\(|from 'node:vm'|setTimeout\(\s*['"`]/)).toEqual([]);
  });

  it('never becomes a command line: programs are started without a shell, from a list of arguments', () => {
    const starting = filesWith(server, /from 'node:child_process'/);
    const declared = tableUnder('docs/security.md', 'Programs that we start').map(([file]) => inCode(file));
    expect([...starting].sort()).toEqual([...declared].sort());
    expect(
      filesWith(
        server,
        /\bshell: *true|\bexecSync\(|import \{[^}]*\bexec\b[^}]*\} from 'node:child_process'/,
      ),
    ).toEqual([]);
  });

  it('never becomes SQL: raw statements are made of our own constants, in files that are named', () => {
    const raw = filesWith(server, /\bsql\.raw\(|\bsql\.lit\(/);
    expect(raw.filter((file) => !file.startsWith('adapters/postgres/migrations/'))).toEqual([
      'adapters/postgres/fences/fit-fences.ts',
      // Conditions and policies as the catalogue of the database has them.
      'adapters/postgres/fsck/check-constraints.ts',
      'adapters/postgres/fsck/check-fences.ts',
      'adapters/postgres/jobs/install-jobs.ts',
    ]);
  });

  it('never becomes markup: pages have no raw HTML and write no markup by script', () => {
    expect(
      filesWith(
        portal,
        /\{@html|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write|srcdoc=|DOMParser/,
      ),
    ).toEqual([]);
  });

  it('is never merged into objects by name: no deep merge, and no __proto__ is written', () => {
    expect(filesWith(all, /\bmerge\(|lodash|__proto__'?\]? *=|Object\.setPrototypeOf/)).toEqual([]);
  });

  it('is heard from our own threads only: no page listens to messages of other windows', () => {
    expect(
      filesWith(
        portal,
        /window\.addEventListener\(\s*'message'|window.onmessage|window\.opener|\.contentWindow/,
      ),
    ).toEqual([]);
  });
});

describe('the libraries that ship', () => {
  const lock = JSON.parse(readText('package-lock.json')) as {
    readonly packages: Readonly<
      Record<
        string,
        { dev?: boolean; link?: boolean; integrity?: string; resolved?: string; version?: string }
      >
    >;
  };
  const installed = Object.entries(lock.packages).filter(
    ([place, one]) => place.includes('node_modules/') && one.link !== true,
  );
  const shipped = installed
    .filter(([, one]) => one.dev !== true)
    .map(([place]) => place.replace(/^.*node_modules\//, ''));

  it.each([
    ['LDAP', /ldap/],
    ['XML or XPath', /xpath|xmldom|xml2js|fast-xml|libxml|sax$/],
    ['LaTeX', /latex|pandoc/],
    ['memcache', /memcache/],
    ['GraphQL', /graphql/],
    ['WebSockets', /^(ws|socket\.io|sockjs|@fastify\/websocket)$/],
    ['templates made while running', /handlebars|mustache|^ejs$|^pug$|nunjucks|liquid/],
    ['archives', /^(adm-zip|jszip|yauzl|unzipper|tar|node-tar)$/],
    ['SAML', /saml/],
    ['deserialisation of objects', /node-serialize|serialize-to-js|funcster/],
  ])('hold none for %s', (_name, pattern) => {
    expect(shipped.length).toBeGreaterThan(40);
    expect(shipped.filter((name) => pattern.test(name))).toEqual([]);
  });

  it('are pinned, each to one version and the hash of its content', () => {
    expect(
      installed.filter(
        ([, { integrity, version }]) => !integrity?.startsWith('sha512-') || version === undefined,
      ),
    ).toEqual([]);
  });

  it('are named exactly in every package.json: no range', () => {
    const manifests = [
      '',
      'packs/',
      'engines/',
      'services/',
      'adapters/',
      'apps/server/',
      'apps/portal/',
      'apps/cli/',
    ];
    const loose = manifests.flatMap((folder) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(
        readText(`${folder}package.json`),
      ) as Record<string, Record<string, string>>;
      return Object.entries({ ...dependencies, ...devDependencies }).filter(
        ([, version]) => !/^(npm:[^@]*@?[^@]+@)?\d+\.\d+\.\d+[\w.-]*$/.test(version),
      );
    });
    expect(loose).toEqual([]);
  });
});

describe('connections', () => {
  const OPENS =
    /import (?!type)[^;]*from 'node:(http|https|http2|net|tls|dgram|dns)(\/promises)?'|(?<![.\w])fetch\(|from '(undici|nodemailer|pg|openid-client)'/;

  it('are opened and taken by the files that docs/security.md names, and by no other', () => {
    const declared = tableUnder('docs/security.md', 'Connections').map(([file]) => inCode(file));
    expect([...filesWith(server, OPENS)].sort()).toEqual([...declared].sort());
  });

  it('check the certificate of the other side: nothing turns that off', () => {
    expect(filesWith(all, /rejectUnauthorized|NODE_TLS_REJECT|checkServerIdentity|allowInsecure/i)).toEqual(
      [],
    );
  });
});

describe('cryptography', () => {
  it('uses what docs/security.md lists, in the files that it lists, and nothing else', () => {
    const used = filesWith(
      all,
      /from 'node:crypto'|from '@noble\/|crypto\.(subtle|getRandomValues|randomUUID)|from 'jose'/,
    );
    const declared = tableUnder('docs/security.md', 'Cryptography').map(([file]) => inCode(file));
    expect([...used].sort()).toEqual([...new Set(declared)].sort());
  });

  it('has no broken hash, cipher or mode, and no signature without a curve of 128 bits', () => {
    const BROKEN =
      /createHash\(\s*'(?!sha(256|384|512)')|createHmac\(\s*'(?!sha(256|384|512)')|aes-\d+-(ecb|cbc|ctr)|\b(md5|sha1|SHA-1|rc4|des-ede3|RSAES-PKCS1|RSASSA-PKCS1)\b|createCipher\(/;
    expect(filesWith(all, BROKEN)).toEqual([]);
  });

  it('draws secrets from the generator of the system: 32 bytes, never Math.random', () => {
    expect(filesWith(server, /Math\.random/)).toEqual([]);
    const secrets = server.filter(({ text }) => text.includes('newSecret:'));
    expect(secrets.length).toBeGreaterThan(0);
    for (const { file, text } of secrets)
      if (/newSecret: *\(/.test(text) && /randomBytes/.test(text))
        expect([file, text]).toEqual([file, expect.stringMatching(/newSecret: \(\) => randomBytes\(32\)/)]);
  });
});

describe('secrets and people', () => {
  it('no password is set or checked anywhere: the only field of that kind takes the secret that a provider gave an organisation', () => {
    const fields = filesWith(portal, /type="password"|autocomplete="(new|current)-password"/);
    expect(fields).toEqual(['apps/portal/src/lib/organisations/provider.svelte']);
    expect(filesWith(server, /password_hash|bcrypt|argon2|scrypt/)).toEqual([]);
  });

  it('no secret stands in the code', () => {
    const SECRET =
      /-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|ghp_[A-Za-z0-9]{36}|xox[bp]-|(password|secret|apiKey|token)\w*\s*[:=]\s*'[^'\s]{12,}'/i;
    expect(filesWith(all, SECRET)).toEqual([]);
  });

  it('no other site is contacted by a page: addresses in the program are words, not requests', () => {
    expect(
      filesWith(
        portal,
        /(src|action)="https?:\/\/|<link [^>]*href="https?:|fetch\(\s*['"`]https?:|sendBeacon|new WebSocket|new EventSource|gtag|analytics/,
      ),
    ).toEqual([]);
  });

  it('nothing is kept in the storage of a browser but a person’s own entries, under names of ours', () => {
    expect(filesWith(portal, /localStorage|sessionStorage|indexedDB|document\.cookie/)).toEqual([
      'apps/portal/src/lib/dossier/session.svelte.ts',
      'apps/portal/src/lib/wishes/wishes.svelte.ts',
    ]);
  });
});

describe('redirects', () => {
  it('lead to addresses of ours: none is made of what was sent', () => {
    const redirecting = all.filter(({ text }) => /\bredirect\(/.test(text));
    const free = redirecting.flatMap(({ file, text }) =>
      [...text.matchAll(/\bredirect\([^)]*\)/g)]
        .filter(([call]) => /searchParams|query|body|headers|referer/i.test(call))
        .map(([call]) => `${file} ${call}`),
    );
    expect(free).toEqual([]);
  });
});

describe('docs/security.md', () => {
  it('tells the limits that the server has', () => {
    const told = tableUnder('docs/security.md', 'Limits').map(([, value, name]) => [
      inCode(name),
      Number(value),
    ]);
    expect(Object.fromEntries(told)).toEqual(LIMITS);
  });

  it.each([
    'Limits',
    'What is checked of what is sent',
    'Acts and fields',
    'Guessing',
    'Connections',
    'Cryptography',
    'Logs',
    'Data',
    'Libraries',
  ])('says something under every heading that a standard asks a document for', (heading) => {
    const [, after = ''] = readText('docs/security.md').split(`## ${heading}\n`);
    expect(after.split(/\n## /)[0]?.trim().length).toBeGreaterThan(150);
  });
});
