/** The packs of a revision of git, written into a folder; the checkout and its index stay as they are. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Problem, type Result } from '@testamur/engines/kernel';

export type RevisionCode = 'RULES_NO_GIT' | 'RULES_NO_REVISION';

export type RevisionInput = {
  readonly revision: string;
  /** Folder of the packs below the root of the repository; `packs` where empty. */
  readonly within: string;
  /** A folder of the repository. */
  readonly from: string;
  readonly into: string;
};

/** What a law is read from; schools and samples are not. */
const NEEDED =
  /^(vocabulary\/.*\.ya?ml|jurisdictions\/.*\.ya?ml|maintainers\/.*\.ya?ml|agreements\/.*\.ya?ml|policies\/.*\.ya?ml|registry\/countries\.jsonl)$/;
const MOST_BYTES = 1 << 28;

export function checkOutRevision({
  revision,
  within,
  from,
  into,
}: RevisionInput): Result<undefined, Problem<RevisionCode>> {
  const git = (args: readonly string[], input?: string): Buffer =>
    execFileSync('git', ['-C', from, ...args], {
      maxBuffer: MOST_BYTES,
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(input === undefined ? {} : { input }),
    });
  const folder = within.replace(/^\/+|\/+$/g, '') || 'packs';
  try {
    git(['rev-parse', '--show-toplevel']);
  } catch {
    return err({
      code: 'RULES_NO_GIT',
      message: `${from} lies in no repository of git, or git is not installed.`,
      hint: 'Run this in a checkout, or give a folder of packs.',
    });
  }
  try {
    const tree = git(['ls-tree', '-r', '-z', '--full-tree', `${revision}:${folder}`]).toString('utf8');
    const files = tree
      .split('\0')
      .map((line) => /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line))
      .flatMap((match) =>
        match?.[1] === undefined || match[2] === undefined ? [] : [{ blob: match[1], name: match[2] }],
      )
      .filter(({ name }) => NEEDED.test(name));
    const contents = readBlobs(git(['cat-file', '--batch'], `${files.map(({ blob }) => blob).join('\n')}\n`));
    for (const [index, { name }] of files.entries()) {
      const place = path.join(into, name);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, contents[index] ?? '');
    }
    return ok(undefined);
  } catch {
    return err({
      code: 'RULES_NO_REVISION',
      message: `git knows no ${revision}:${folder}.`,
      hint: 'Give a revision and a colon (HEAD~3:), and after it the folder of the packs where that is not packs.',
    });
  }
}

/** `<id> blob <size>`, a line feed, so many bytes, a line feed; again for each. */
function readBlobs(output: Buffer): readonly Buffer[] {
  const blobs: Buffer[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const size = Number(output.toString('utf8', at, end).split(' ')[2]);
    blobs.push(output.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return blobs;
}
