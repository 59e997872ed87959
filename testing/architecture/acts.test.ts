import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ACTS, describeMatrix, RESOURCES, ruleOf, touchesOf } from '@testamur/services/authorising';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Files of services that perform an act, with the acts that they name. */
function performers(): readonly {
  readonly file: string;
  readonly acts: readonly string[];
  readonly isPublic: boolean;
}[] {
  return readdirSync(path.join(root, 'services'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$/.test(file) && !/node_modules|dist/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(root, 'services', file), 'utf8') }))
    .filter(
      ({ text }) =>
        /\bperform(Public)?Act(<[^>]*>)?\(/.test(text) && !/export (async )?function perform/.test(text),
    )
    .map(({ file, text }) => ({
      file,
      isPublic: /\bperformPublicAct\(/.test(text),
      acts: [...text.matchAll(/\bact: '([^']+)'/g)].map((match) => match[1] ?? ''),
    }));
}

describe('the matrix of acts', () => {
  it('and the services know the same acts, one file each, in the room and file that the act is named after', () => {
    const files = performers();
    expect(files.map(({ file, acts }) => [file, acts])).toEqual(
      files.map(({ file }) => [file, [file.replace('/', '.').replace(/\.ts$/, '')]]),
    );
    expect(files.flatMap(({ acts }) => acts).sort()).toEqual([...ACTS].sort());
  });

  it('marks exactly those acts as public that leave a leaf in the log', () => {
    const announcing = performers().filter(({ isPublic }) => isPublic);
    expect(announcing.flatMap(({ acts }) => acts).sort()).toEqual(
      ACTS.filter((act) => ruleOf(act).isPublic).sort(),
    );
    expect(announcing.length).toBeGreaterThan(3);
  });

  it('is what docs/authorisation.md shows', () => {
    const page = path.join(root, 'docs/authorisation.md');
    expect(readFileSync(page, 'utf8')).toBe(`${describeMatrix()}\n`);
  });

  it('lets no act touch the same rows of the same records twice, and none but known records', () => {
    for (const act of ACTS) {
      const touches = touchesOf(act).map((touch) => touch.join(' '));
      expect([act, touches.filter((one, index) => touches.indexOf(one) !== index)]).toEqual([act, []]);
      expect(touchesOf(act).every(([resource]) => resource in RESOURCES)).toBe(true);
    }
  });

  it('opens no service to the database around performAct', () => {
    const users = readdirSync(path.join(root, 'services'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|node_modules|dist/.test(file))
      .filter((file) => /\.unitOfWork\b/.test(readFileSync(path.join(root, 'services', file), 'utf8')));
    expect(users).toEqual(['authorising/perform-act.ts']);
  });
});
